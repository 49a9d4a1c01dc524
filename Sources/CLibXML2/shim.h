/* Debian's libxml2 is built with ICU, whose headers declare types that Foundation's own copy
   declares too. Nothing here needs them. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/xmlIO.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemastypes.h>

/// Frees a string that libxml2 allocated. `xmlFree` itself is a mutable global,
/// which Swift 6 rightly refuses to read.
static inline void xml_free_string(xmlChar *text) { if (text) xmlFree(text); }
