package fr.jalon.portal.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The facts of one agreement, written one after the other. */
final class Book {
  static final LocalDate SIGNED = LocalDate.of(2022, 3, 15);
  static final FundingPlan PLAN =
      new FundingPlan(
          Euros.of(6_000),
          List.of(
              new FundingLine("Plan de relance", Euros.of(3_000), false),
              new FundingLine("Région", Euros.of(2_000), false),
              new FundingLine("Bénéficiaire", Euros.of(1_000), true)));
  static final Terms TERMS =
      new Terms(
          LocalDate.of(2023, 12, 31),
          LocalDate.of(2023, 6, 30),
          12,
          PLAN,
          new Window(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31)),
          "la commune d'Amboise",
          "le maire",
          "1 rue du Château, 37400 Amboise");

  private final List<Fact> facts = new ArrayList<>();
  private Instant now = Instant.parse("2022-01-03T08:00:00Z");

  Book() {}

  /** What another holds, to be gone on with. */
  Book(Book other) {
    facts.addAll(other.facts);
    now = other.now;
  }

  /** Drafted, sent, signed by both the same day. */
  static Book signed() {
    return signed(SIGNED, SIGNED);
  }

  static Book signed(LocalDate ours, LocalDate theirs) {
    return new Book()
        .add(new Act.Drafted(ours.minusDays(30), TERMS))
        .add(new Act.Sent(ours.minusDays(20)))
        .add(new Act.Signed(ours, Party.ORGANIZER, "O. J., directeur"))
        .add(new Act.Signed(theirs, Party.BENEFICIARY, "A. B., maire"));
  }

  Book add(Act act) {
    now = now.plusSeconds(3600);
    facts.add(new Fact(UUID.randomUUID(), now, UUID.randomUUID(), "Alix", act, null));
    return this;
  }

  /** The last fact written. */
  Fact last() {
    return facts.get(facts.size() - 1);
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  Reckoning reckon() {
    return Reckoning.of(facts);
  }

  Position on(String day) {
    return reckon().on(LocalDate.parse(day));
  }
}
