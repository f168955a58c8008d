/**
 * Rows for the API, from the Parquet files Jalon wrote. The only room that speaks to DuckDB, and it
 * never opens a file received from outside.
 */
@NullMarked
package fr.jalon.engine.query;

import org.jspecify.annotations.NullMarked;
