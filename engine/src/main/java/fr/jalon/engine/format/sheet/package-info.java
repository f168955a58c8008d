/**
 * Workbooks: XLSX, ODS and XLS, read by scanners of our own (XLS by POI) into sheets of text, the
 * best of which becomes the table.
 *
 * <p>Not here: how a sheet is laid out (titles, header, notes), which the room above decides for
 * every format alike.
 */
@NullMarked
package fr.jalon.engine.format.sheet;

import org.jspecify.annotations.NullMarked;
