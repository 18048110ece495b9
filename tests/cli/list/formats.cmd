screen list formats
