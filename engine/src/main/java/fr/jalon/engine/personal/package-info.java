/**
 * What a table tells of people: which columns, which cells of free texts, which columns together,
 * which small counts, and which names around the table.
 *
 * <p>The values speak first: a header, terse or missing, adds to what they say or explains it away.
 * Screening only: a person decides (article L. 312-1-2 of the code of relations between the public
 * and the administration). Not here: what may be done about it ({@code rule}). To add a category,
 * add it to {@link fr.jalon.engine.personal.Category} with its sentences, and a judge of its values
 * in {@code ColumnLook}.
 */
@NullMarked
package fr.jalon.engine.personal;

import org.jspecify.annotations.NullMarked;
