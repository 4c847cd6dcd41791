package dev.kindred.config;

/**
 * The text of a setting as somebody gave it.
 *
 * @param place where it stands, for people: a file with the line, an environment variable or the command line
 */
record Given(String text, String place) {}
