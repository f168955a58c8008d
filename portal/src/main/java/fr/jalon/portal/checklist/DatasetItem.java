package fr.jalon.portal.checklist;

import fr.jalon.portal.deposit.Milestone;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What each dataset has to go through, in order. */
public enum DatasetItem implements Item {
  RECEIVED(Source.DEPOSIT, DatasetFacts::received),
  /** The national model it follows is recognized, or it was seen that there is none. */
  MODEL(Source.DEPOSIT, DatasetFacts::model),
  PEOPLE(Source.DEPOSIT, facts -> facts.past(Milestone.PEOPLE_DECIDED)),
  MENDED(Source.DEPOSIT, facts -> facts.past(Milestone.MENDED)),
  WITHOUT_ERROR(Source.DEPOSIT, facts -> facts.past(Milestone.WITHOUT_ERROR)),
  LEGAL_NOTE,
  DESCRIBED(Source.DATASET, DatasetFacts::described),
  LICENSE(Source.DATASET, DatasetFacts::license),
  COLUMNS(Source.DATASET, DatasetFacts::columns),
  SANDBOX(Source.DATASET, DatasetFacts::sandbox),
  REVIEWED(Source.DEPOSIT, facts -> facts.past(Milestone.AGREED_BY_AUTHORITY)),
  PUBLISHED(Source.DATASET, DatasetFacts::published),
  NEXT_UPDATE(Source.DATASET, DatasetFacts::rhythm),
  /** In GéoCentre or on data.gouv.fr, with its address there. */
  SEEN_ELSEWHERE;

  private final Source source;
  private final Function<DatasetFacts, Optional<Proof>> tick;

  DatasetItem() {
    this(Source.BY_HAND, facts -> Optional.empty());
  }

  DatasetItem(Source source, Function<DatasetFacts, Optional<Proof>> tick) {
    this.source = source;
    this.tick = tick;
  }

  /** Why it is done; empty when nothing says so. */
  Optional<Proof> tick(DatasetFacts facts) {
    return tick.apply(facts);
  }

  /** True when its proof is an address. */
  boolean needsLink() {
    return this == SEEN_ELSEWHERE;
  }

  @Override
  public ItemPhase phase() {
    return ItemPhase.PRACTISE;
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public String words() {
    return "checklist.dataset." + key();
  }

  static Optional<DatasetItem> findByKey(String key) {
    return Stream.of(values()).filter(one -> one.key().equals(key)).findFirst();
  }
}
