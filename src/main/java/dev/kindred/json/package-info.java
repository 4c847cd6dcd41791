/** Events as JSON, the same for HTTP, the topic and files. */
@NullMarked
package dev.kindred.json;

import org.jspecify.annotations.NullMarked;
