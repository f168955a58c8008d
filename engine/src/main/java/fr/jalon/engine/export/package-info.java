/**
 * Writers of the files Jalon publishes: CSV, Parquet, XLSX, GeoJSON.
 *
 * <p>They write tables and know nothing of where these came from.
 */
@NullMarked
package fr.jalon.engine.export;

import org.jspecify.annotations.NullMarked;
