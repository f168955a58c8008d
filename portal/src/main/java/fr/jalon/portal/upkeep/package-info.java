/**
 * What keeps a published dataset alive from one year to the next: who looks after it, when its next
 * version is due, who is reminded, the address its file is fetched from, and its passing from one
 * person to another.
 *
 * <p>Not here: how the new file is read, mended and published ({@code deposit}). Nothing here
 * publishes: a file fetched on its day, or the list of what an authority published, begins a
 * deposit that a person looks at.
 *
 * <p>To add a reminder, add a constant to {@link fr.jalon.portal.upkeep.Stage} and its mail to the
 * message files.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "catalog",
      "deposit",
      "fetch",
      "organization",
      "register",
      "web"
    })
package fr.jalon.portal.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
