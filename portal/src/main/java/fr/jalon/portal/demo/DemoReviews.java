package fr.jalon.portal.demo;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Season;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.review.Passage;
import fr.jalon.portal.review.Review;
import fr.jalon.portal.review.Reviews;
import java.util.Map;

/** Reports of the demo's season: one frozen, one begun, and that of the season. */
final class DemoReviews {
  private final Reviews reviews;
  private final Seasons seasons;
  private final DemoAccounts accounts;

  DemoReviews(Reviews reviews, Seasons seasons, DemoAccounts accounts) {
    this.reviews = reviews;
    this.seasons = seasons;
    this.accounts = accounts;
  }

  /**
   * @param all the authorities of the season by name, none when it was there already
   */
  void make(Map<String, Beneficiary> all) {
    Beneficiary olivet = all.get("Olivet");
    Beneficiary fleury = all.get("Fleury-les-Aubrais");
    if (olivet == null || fleury == null) {
      return;
    }
    Person facilitator = accounts.get("animation@recia.example");
    Season season = seasons.get(olivet.seasonId());
    String first = season.plan().track().phases().get(0).key();
    String second = season.plan().track().phases().get(1).key();
    Review frozen = reviews.begin(facilitator, olivet.id(), first);
    reviews.write(
        accounts.get("referent@olivet.example"),
        frozen.id(),
        Passage.DIFFICULTIES,
        "Personne ne savait qui tenait quel fichier. Nous avons passé trois réunions à les retrouver.",
        0);
    reviews.freeze(facilitator, frozen.id(), reviews.look(facilitator, frozen.id()).sha256());
    reviews.begin(facilitator, olivet.id(), second);
    reviews.begin(facilitator, fleury.id(), second);
    reviews.beginSeason(facilitator, season);
  }
}
