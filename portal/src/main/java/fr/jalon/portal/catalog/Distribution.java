package fr.jalon.portal.catalog;

/**
 * One file of a version, kept in the store under its hash.
 *
 * @param format "csv", "xlsx", "geojson", "parquet"
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param size in bytes
 * @param rows rows or features it holds; fewer than the version's when the format cannot hold all
 */
public record Distribution(String format, String sha256, long size, long rows) {}
