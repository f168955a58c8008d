/**
 * The container of Apache Parquet: its footer, its column chunks and pages, their encodings. It
 * gives records of text to whoever asks; what they mean, maps included, is the affair of the format
 * that uses it. Everything is read from an untrusted file: every count and offset is checked before
 * it is followed, and all of it is our own code, because readers of databases crash on such files.
 */
@NullMarked
package fr.jalon.engine.format.parquet;

import org.jspecify.annotations.NullMarked;
