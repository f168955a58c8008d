package fr.jalon.engine.export;

/**
 * A finished file.
 *
 * @param file its name in the folder
 * @param sha256 in lower-case hexadecimal
 * @param rows rows or features written; fewer than the table's when the format cannot hold them all
 */
public record WrittenFile(String file, WrittenFormat format, long size, String sha256, long rows) {}
