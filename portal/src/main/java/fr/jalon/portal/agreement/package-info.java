/**
 * The agreement between the body that runs the programme and a local authority: a legal machine
 * that stands by itself. Events are facts; the state, the dates, the terms and the sums of any day
 * are computed from them, as they were known on any other day, each with the article it comes from.
 *
 * <p>Not here: seasons, sessions and the people who hold them ({@code programme}, which asks this
 * room before it counts); the words of documents (the text of a season is given with the terms).
 *
 * <p>To add an event, add a record to {@link fr.jalon.portal.agreement.Act}, what it does in {@link
 * fr.jalon.portal.agreement.Reckoning}, and its sentence to the message files. To add a silence of
 * the text to be settled, add a constant to {@link fr.jalon.portal.agreement.Doubt}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {"account", "document", "organization", "register", "storage", "web"})
package fr.jalon.portal.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
