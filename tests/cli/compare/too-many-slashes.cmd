screen compare a/b/c/d THF
