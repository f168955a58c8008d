/**
 * What the rooms say of the personal data they keep: why, for how long, where a person is to be
 * found and what becomes of it when that person asks to be forgotten.
 *
 * <p>Not here: the pages, and who may see them ({@code privacy}). A room that keeps something of
 * people has one {@link fr.jalon.portal.register.Declaration}, and the statements of its own tables
 * stay in it.
 *
 * <p>To add a table that names people, add a {@link fr.jalon.portal.register.Trace} to the
 * declaration of its room; to add a limit, a {@link fr.jalon.portal.register.Retention}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package fr.jalon.portal.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
