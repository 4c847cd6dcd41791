/** Bytes on topics: Avro in the wire format of schema registries, mapped to and from the records of the domain. */
@NullMarked
package dev.kindred.serde;

import org.jspecify.annotations.NullMarked;
