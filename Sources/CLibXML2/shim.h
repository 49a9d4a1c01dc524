#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

/// Frees a string that libxml2 allocated. `xmlFree` itself is a mutable global,
/// which Swift 6 rightly refuses to read.
static inline void xml_free_string(xmlChar *text) { if (text) xmlFree(text); }
