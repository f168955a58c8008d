package fr.jalon.portal.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What holds whatever happens to an agreement, and in whatever order it is recorded. */
class ReckoningPropertiesTest {
  private static final int BOOKS = 400;
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 800;

  @Test
  void holdsForAnyEventsInAnyOrder() {
    for (int seed = 0; seed < BOOKS; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = facts(random);
      List<Fact> shuffled = new ArrayList<>(facts);
      Collections.shuffle(shuffled, random);
      Reckoning reckoning = Reckoning.of(facts);
      Reckoning other = Reckoning.of(shuffled);
      LocalDate last = reckoning.findLastDay().orElse(null);
      for (int day = 0; day < DAYS; day += 13) {
        LocalDate on = FIRST.plusDays(day);
        Position position = reckoning.on(on);
        assertThat(other.on(on)).as("seed %d, %s", seed, on).isEqualTo(position);
        assertThat(position.remaining())
            .isEqualTo(position.due().minus(position.paid()).orNothing());
        assertThat(position.remaining().isZero() || position.overpaid().isZero()).isTrue();
        assertThat(
                position.terms().funding().lines().stream()
                    .mapToLong(l -> l.amount().cents())
                    .sum())
            .isEqualTo(position.terms().funding().budget().cents());
        assertThat(position.terms())
            .isEqualTo(replayed(facts, last != null && on.isAfter(last) ? last : on));
        if (last != null && on.isAfter(last)) {
          assertThat(reckoning.counting(on).answer()).isEqualTo(Counting.Answer.AFTER_THE_END);
          assertThat(position.status().isOver()).isTrue();
        }
      }
    }
  }

  @Test
  void factsAreReadBackAsTheyWereWritten() {
    for (Fact fact : facts(new Random(7))) {
      assertThat(Json.read(Json.write(fact.act()), Act.class)).isEqualTo(fact.act());
    }
  }

  /** The terms of a day, by the definition: amendments one after the other. */
  private static Terms replayed(List<Fact> facts, LocalDate day) {
    Terms terms = Book.TERMS;
    List<Act.Amended> amendments =
        Reckoning.standing(facts).stream()
            .map(Fact::act)
            .filter(Act.Amended.class::isInstance)
            .map(Act.Amended.class::cast)
            .sorted((a, b) -> a.on().compareTo(b.on()))
            .toList();
    for (Act.Amended amended : amendments) {
      if (!amended.on().isAfter(day) && !amended.on().isAfter(terms.end())) {
        terms = amended.terms();
      }
    }
    return terms;
  }

  private static List<Fact> facts(Random random) {
    Book book = Book.signed(day(random, 60), day(random, 60));
    UUID notice = UUID.randomUUID();
    int events = random.nextInt(8);
    LocalDate amended = FIRST.plusDays(70);
    for (int i = 0; i < events; i++) {
      LocalDate on = day(random, DAYS);
      switch (random.nextInt(8)) {
        case 0 -> book.add(new Act.Paid(on, new Euros(random.nextInt(60_000)), "V" + i));
        case 1 -> book.add(new Act.Noticed(on, notice, "T" + i, Euros.of(500), "Amboise"));
        case 2 -> book.add(new Act.NoticeReduced(on, notice, Euros.of(100), "A" + i));
        case 3 -> book.add(new Act.MembershipLost(on, "retrait"));
        case 4 -> book.add(new Act.Terminated(on, null));
        case 5 -> book.add(new Act.EndedByBoth(on, on, Euros.of(random.nextInt(1_000))));
        case 6 -> {
          amended = amended.plusDays(1 + random.nextInt(100));
          book.add(new Act.Amended(amended, i, terms(random, amended), amended, amended));
        }
        default -> book.add(new Act.Corrected(on, book.last().id(), "erreur"));
      }
    }
    return book.facts();
  }

  private static Terms terms(Random random, LocalDate from) {
    long own = random.nextInt(2_000);
    long others = random.nextInt(5_000);
    LocalDate end = from.plusDays(200 + random.nextInt(700));
    return new Terms(
        end,
        end.minusDays(random.nextInt(200)),
        1 + random.nextInt(20),
        new FundingPlan(
            Euros.of(own + others),
            List.of(
                new FundingLine("Région", Euros.of(others), false),
                new FundingLine("Bénéficiaire", Euros.of(own), true))),
        Book.TERMS.notice(),
        "la commune d'Amboise",
        "le maire",
        "1 rue du Château");
  }

  private static LocalDate day(Random random, int within) {
    return FIRST.plusDays(random.nextInt(within));
  }
}
