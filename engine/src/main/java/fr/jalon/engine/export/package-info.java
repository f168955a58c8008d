/**
 * Writers of the files Jalon publishes: CSV, Parquet, XLSX, GeoJSON.
 *
 * <p>They write tables and know nothing of where these came from. {@link
 * fr.jalon.engine.export.UpdatedTable} is one such table: what was published, updated by a file.
 */
@NullMarked
package fr.jalon.engine.export;

import org.jspecify.annotations.NullMarked;
