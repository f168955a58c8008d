/**
 * What is shown of several rooms together: the board of those who accompany authorities, the first
 * page of the people of an authority. The roof: it may read any room, and none knows it.
 *
 * <p>Kept here: signals, in {@code signal}, where one adds a kind; nothing else.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "agreement",
      "catalog",
      "checklist",
      "culture",
      "deposit",
      "diagnosis",
      "help",
      "organization",
      "programme",
      "questionnaire",
      "register",
      "web",
      "workshop"
    })
package fr.jalon.portal.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
