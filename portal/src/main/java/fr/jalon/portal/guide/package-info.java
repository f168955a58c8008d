/**
 * What one learns on the way: short guides in French beside the screens that need them, and the
 * words of the pages with their meaning.
 *
 * <p>To add a guide, add a constant to {@link fr.jalon.portal.guide.Guide}, its text in {@code
 * jte/guide/text} and its line in {@code jte/guide/one.jte}; a word, a constant to {@link
 * fr.jalon.portal.guide.Term} with its meaning in the message files. Not here: answers to what
 * people asked ({@code help}).
 */
@NullMarked
@ApplicationModule(allowedDependencies = "web")
package fr.jalon.portal.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
