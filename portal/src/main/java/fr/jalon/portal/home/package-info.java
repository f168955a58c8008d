/**
 * What is shown of several rooms together: the board of those who accompany authorities, the first
 * page of the people of an authority. The roof: it may read any room, and none knows it.
 *
 * <p>Not here: anything kept. To tell of another need, add a constant to {@link
 * fr.jalon.portal.home.Need} and its words to the message files.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "agreement",
      "catalog",
      "checklist",
      "deposit",
      "help",
      "organization",
      "programme",
      "web"
    })
package fr.jalon.portal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
