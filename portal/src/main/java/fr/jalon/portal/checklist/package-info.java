/**
 * What an authority and each of its datasets have to go through: items that tick themselves from
 * what really happened, each with its proof, and items that people tick with theirs.
 *
 * <p>Not here: the facts themselves. They are read where they live ({@code programme}, {@code
 * deposit}, {@code catalog}, {@code upkeep}), each time one asks: only what people said is kept
 * here, added to and never changed.
 *
 * <p>To add an item, add a constant to {@link fr.jalon.portal.checklist.AuthorityItem} or {@link
 * fr.jalon.portal.checklist.DatasetItem}, and its three sentences to the message files; {@code
 * docs/checklist.md} is made of them. A room that knows when an item is done declares a {@link
 * fr.jalon.portal.checklist.ProofSource}.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "account",
      "catalog",
      "deposit",
      "programme",
      "register",
      "upkeep",
      "web"
    })
package fr.jalon.portal.checklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
