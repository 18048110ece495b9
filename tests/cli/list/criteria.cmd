screen list criteria
