package fr.jalon.portal.catalog;

import fr.jalon.engine.AsCode;
import fr.jalon.engine.export.WrittenFormat;

/**
 * One file of a version, kept in the store under its hash.
 *
 * @param format its code in JSON: "csv"
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param size in bytes
 * @param rows rows or features it holds; fewer than the version's when the format cannot hold all
 */
public record Distribution(@AsCode WrittenFormat format, String sha256, long size, long rows) {}
