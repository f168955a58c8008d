package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everyone who may sign in, looked up once for many datasets. */
final class People {
  /** Two people are reminded: one leaves, is ill or on holiday. */
  static final int REMINDED = 2;

  private final Map<UUID, Person> byId = new HashMap<>();
  private final List<Person> everyone;

  People(List<Person> everyone) {
    this.everyone = List.copyOf(everyone);
    everyone.forEach(person -> byId.put(person.id(), person));
  }

  /** Someone who may still sign in, null when nobody or when they left. */
  @Nullable Person find(@Nullable UUID id) {
    return id == null ? null : byId.get(id);
  }

  /** Those of an authority, by name. */
  List<Person> of(UUID organizationId) {
    return everyone.stream()
        .filter(person -> organizationId.equals(person.organizationId()))
        .toList();
  }

  /** Whoever looks after a dataset, null when they left. */
  @Nullable Person keeper(Care care, @Nullable UUID depositor, UUID publisherId) {
    Person keeper = find(care.keeperId());
    Person chosen = keeper != null ? keeper : find(depositor);
    return chosen != null && publisherId.equals(chosen.organizationId()) ? chosen : null;
  }

  /**
   * The two people reminded of a dataset: whoever looks after it, then the référents of its
   * authority, then the animateurs.
   */
  List<Person> reminded(@Nullable Person keeper, UUID publisherId) {
    return Stream.of(
            Stream.ofNullable(keeper),
            of(publisherId).stream().filter(person -> person.role() == Role.FOCAL_POINT),
            everyone.stream().filter(person -> person.role() == Role.FACILITATOR))
        .flatMap(some -> some)
        .distinct()
        .limit(REMINDED)
        .toList();
  }
}
