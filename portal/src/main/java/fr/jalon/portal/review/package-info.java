/**
 * What was done, told by the facts: the review of a phase, the closing report of a beneficiary and
 * of a season, what people thought of it, what survives a year later, the season's public page and
 * its open data.
 *
 * <p>Not here: the facts. They are read where they live, each time one asks, until a report is
 * frozen; only what people wrote and what was frozen is kept. No figure is typed in.
 *
 * <p>To add a figure, add a constant to {@link fr.jalon.portal.review.Measure}, its two sentences
 * to the message files, and count it in {@link fr.jalon.portal.review.Facts}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "agreement",
      "catalog",
      "checklist",
      "deposit",
      "diagnosis",
      "document",
      "help",
      "organization",
      "programme",
      "questionnaire",
      "register",
      "web"
    })
package fr.jalon.portal.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
