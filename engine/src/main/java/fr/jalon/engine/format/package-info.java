/**
 * File formats: recognizing one by its content and reading it into a table. One class each; csv,
 * sheet and geo have their own rooms.
 *
 * <p>Not here: what values mean. To add a format, implement {@link fr.jalon.engine.format.Format},
 * add a line to {@link fr.jalon.engine.format.Formats}, and cases to the corpus.
 */
@NullMarked
package fr.jalon.engine.format;

import org.jspecify.annotations.NullMarked;
