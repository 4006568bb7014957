"""`grade watch`: events and keys (`loop`), what is to be done (`jobs`, in the thread of `background`), what is seen (`scene`)."""
