/**
 * Rows for the API and the pages, from the Parquet files Jalon wrote: {@link
 * fr.jalon.engine.query.Rows} answers pages, groups, points of a map and the values of a column;
 * {@link fr.jalon.engine.query.Differences} says what differs between two of them.
 *
 * <p>The only room that speaks to DuckDB, and it never opens a file received from outside. What is
 * asked is data ({@link fr.jalon.engine.query.RowQuery}), never SQL: names are looked up among the
 * columns of the file and quoted, values are bound.
 */
@NullMarked
package fr.jalon.engine.query;

import org.jspecify.annotations.NullMarked;
