/** Administration of the cluster: creates and checks topics, and resets an application. */
@NullMarked
package dev.kindred.admin;

import org.jspecify.annotations.NullMarked;
