package dev.kindred.config;

/**
 * The configured text of a setting.
 *
 * @param place the source of the text for messages: a file with the line, an environment variable or the command line
 */
record Given(String text, String place) {}
