/**
 * Workshops: a meeting of several beneficiaries, of which people take places, and what they
 * practise there on prepared files, under the eyes of whoever leads it.
 *
 * <p>Practice goes through the real deposits, by people who have no account of their own: a first
 * name, one file, under a commune that is none ({@code Organizations.PRACTICE}). Not here: who
 * comes and what is counted ({@code programme}), the steps ({@code deposit}, which does not know
 * that this room exists).
 *
 * <p>To add an exercise, add a constant to {@link fr.jalon.portal.workshop.Exercise}, its file and
 * its sentences in the message files.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "deposit",
      "organization",
      "programme",
      "register",
      "storage",
      "web"
    })
package fr.jalon.portal.workshop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
