/**
 * What a table should hold: national schemas (Table Schema files), recognized from the content.
 *
 * <p>To add one, put its file among the schemas and a line in the list.
 */
@NullMarked
package fr.jalon.engine.schema;

import org.jspecify.annotations.NullMarked;
