/**
 * The accompaniment of local authorities: seasons and their track, candidacies, beneficiaries, work
 * sessions and the calendar. A session is counted once the agreement said that it may be.
 *
 * <p>Not here: what the agreement says of dates and money ({@code agreement}), its pages, and what
 * is shown of several rooms together ({@code home}).
 *
 * <p>To add a kind of stage, add a constant to {@link fr.jalon.portal.programme.StageKind} and its
 * words to the message files; to add what is asked of a beneficiary, a constant to {@link
 * fr.jalon.portal.programme.Expected}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "agreement",
      "catalog",
      "document",
      "organization",
      "register",
      "web"
    })
package fr.jalon.portal.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
