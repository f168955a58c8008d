package fr.jalon.portal.checklist;

import fr.jalon.portal.programme.StageKind;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an authority has to go through, in order. */
public enum AuthorityItem implements Item {
  /** Article 4 of the agreement: the beneficiary names a référent. */
  FOCAL_POINT(ItemPhase.ENGAGE, Source.DESIGNATION, AuthorityFacts::focalPoint),
  ELECTED(ItemPhase.ENGAGE),
  SERVICES(ItemPhase.ENGAGE),
  DELIBERATION(ItemPhase.ENGAGE, Source.DOSSIER, AuthorityFacts::deliberation),
  INVENTORY(ItemPhase.ENGAGE),
  PRIORITIES(ItemPhase.ENGAGE, Source.SESSION, facts -> facts.held(StageKind.CHECKLIST)),
  FIRST_CHOICES(ItemPhase.ENGAGE, Source.DEPOSIT, AuthorityFacts::firstChoices),
  LICENSE(ItemPhase.PRACTISE, Source.DATASET, AuthorityFacts::license),
  NATIONAL_ACCOUNT(ItemPhase.PRACTISE),
  REGIONAL_ACCOUNT(ItemPhase.PRACTISE),
  RENEWAL(ItemPhase.PRACTISE, Source.REMINDERS, AuthorityFacts::renewal),
  CONTACT(ItemPhase.PRACTISE, Source.DATASET, AuthorityFacts::contact),
  REGISTER(ItemPhase.PRACTISE),
  CONTRACTS(ItemPhase.EVALUATE),
  PUBLICITY(ItemPhase.EVALUATE);

  private final ItemPhase phase;
  private final Source source;
  private final Function<AuthorityFacts, Optional<Proof>> tick;

  AuthorityItem(ItemPhase phase) {
    this(phase, Source.BY_HAND, facts -> Optional.empty());
  }

  AuthorityItem(ItemPhase phase, Source source, Function<AuthorityFacts, Optional<Proof>> tick) {
    this.phase = phase;
    this.source = source;
    this.tick = tick;
  }

  /** Why it is done; empty when nothing says so. */
  Optional<Proof> tick(AuthorityFacts facts) {
    return tick.apply(facts);
  }

  @Override
  public ItemPhase phase() {
    return phase;
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String words() {
    return "checklist.authority." + key();
  }

  static Optional<AuthorityItem> findByKey(String key) {
    return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
  }
}
