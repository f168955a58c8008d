package fr.jalon.portal.home;

import fr.jalon.portal.agreement.FunderFact;
import fr.jalon.portal.agreement.Funders;
import fr.jalon.portal.agreement.SeasonMoney;
import fr.jalon.portal.programme.Beneficiaries;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Season;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The money of a season. As many statements for one agreement as for all of them. */
@Service
class Money {
  private final Beneficiaries beneficiaries;
  private final Funders funders;

  Money(Beneficiaries beneficiaries, Funders funders) {
    this.beneficiaries = beneficiaries;
    this.funders = funders;
  }

  /**
   * @param facts of the funders, in the order in which they were recorded
   */
  record Look(Season season, SeasonMoney money, List<FunderFact> facts) {}

  /** How it stands on a day, by all that is known now. */
  @Transactional(readOnly = true)
  public Look look(Season season, LocalDate day) {
    List<SeasonMoney.Part> parts =
        beneficiaries.follow(season).stream().map(one -> part(one, day)).toList();
    List<FunderFact> facts = funders.listOfSeason(season.id());
    return new Look(season, SeasonMoney.of(day, parts, facts), facts);
  }

  private static SeasonMoney.Part part(Followed one, LocalDate day) {
    int counted =
        (int)
            one.tally().lines().stream()
                .filter(line -> line.isCounted() && !line.session().day().isAfter(day))
                .count();
    return new SeasonMoney.Part(
        one.beneficiary().name(), one.agreement(), one.reckoning(), counted);
  }
}
