screen list gates
