package fr.jalon.portal.agreement;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.web.Rejected;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the funders of seasons were asked for and paid: facts, which are only added. Whoever calls
 * checks who may.
 */
@Service
public class Funders {
  private static final int LONGEST = 400;

  private final FunderRows rows;
  private final Agreements agreements;
  private final Clock clock;

  Funders(FunderRows rows, Agreements agreements, Clock clock) {
    this.rows = rows;
    this.agreements = agreements;
    this.clock = clock;
  }

  /** In the order in which they were recorded. */
  @Transactional(readOnly = true)
  public List<FunderFact> listOfSeason(UUID seasonId) {
    return rows.listOfSeason(seasonId);
  }

  /**
   * Records what happened; once, however often a form is sent.
   *
   * @param id of the fact to be, given with the form
   * @throws Rejected when it makes no sense
   */
  @Transactional
  public void record(UUID seasonId, UUID id, FunderAct act, Person by) {
    if (act.on().isAfter(agreements.today())) {
      throw new Rejected(AgreementProblem.DAY_TO_COME);
    }
    if (act instanceof FunderAct.Called called) {
      require(seasonId, called.funder(), called.amount(), called.reference());
    } else if (act instanceof FunderAct.Received received) {
      require(seasonId, received.funder(), received.amount(), received.reference());
    } else if (act instanceof FunderAct.Corrected corrected) {
      require(corrected.reason());
      if (FunderFact.standing(rows.listOfSeason(seasonId)).stream()
          .noneMatch(fact -> fact.id().equals(corrected.fact()))) {
        throw new Rejected(AgreementProblem.NO_SUCH_FACT);
      }
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    boolean isNew = rows.add(seasonId, new FunderFact(id, now, by.id(), by.name(), act));
    if (!isNew
        && rows.listOfSeason(seasonId).stream()
            .noneMatch(fact -> fact.id().equals(id) && fact.act().equals(act))) {
      throw new Rejected(AgreementProblem.RECORDED_ALREADY);
    }
  }

  private void require(UUID seasonId, String funder, Euros amount, String reference) {
    require(reference);
    if (amount.cents() <= 0) {
      throw new Rejected(AgreementProblem.NO_SUCH_AMOUNT);
    }
    if (!listNames(agreements.listOfSeason(seasonId)).contains(funder)) {
      throw new Rejected(AgreementProblem.NO_SUCH_FUNDER);
    }
  }

  private static void require(String words) {
    if (words.isBlank() || words.length() > LONGEST) {
      throw new Rejected(AgreementProblem.WORDS_MISSING);
    }
  }

  /** Those who bring something but the authorities, as the agreements name them. */
  private static List<String> listNames(List<Agreement> some) {
    return some.stream()
        .flatMap(one -> one.reckon().termsOn(LocalDate.MAX).funding().lines().stream())
        .filter(line -> !line.beneficiary())
        .map(FundingLine::funder)
        .distinct()
        .toList();
  }
}
