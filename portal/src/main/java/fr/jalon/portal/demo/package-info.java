/**
 * A first look: three communes, an account for each role, two datasets really made from messy
 * files, one deposit waiting, a season half-way.
 *
 * <p>It stands on the roof: it uses the rooms as their users do, and no room knows that it is
 * there. Only an empty portal started with {@code jalon.demo} is filled.
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
      "review",
      "storage",
      "territory",
      "web",
      "workshop"
    })
package fr.jalon.portal.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
