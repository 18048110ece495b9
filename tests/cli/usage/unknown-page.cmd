screen docs methods
