package fr.jalon.portal.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.export.WrittenFormat;
import fr.jalon.engine.profile.Territory;
import fr.jalon.engine.profile.ValueType;
import fr.jalon.engine.profile.kind.Kinds;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.account.Role;
import fr.jalon.portal.catalog.ColumnDescription;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Description;
import fr.jalon.portal.catalog.Distribution;
import fr.jalon.portal.catalog.License;
import fr.jalon.portal.catalog.Theme;
import fr.jalon.portal.catalog.Tombstone;
import fr.jalon.portal.catalog.UpdateFrequency;
import fr.jalon.portal.catalog.Version;
import fr.jalon.portal.catalog.Withdrawal;
import fr.jalon.portal.deposit.Begun;
import fr.jalon.portal.deposit.DepositProgress;
import fr.jalon.portal.deposit.Milestone;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Meeting;
import fr.jalon.portal.programme.Phase;
import fr.jalon.portal.programme.Session;
import fr.jalon.portal.programme.Stage;
import fr.jalon.portal.programme.StageKind;
import fr.jalon.portal.programme.Track;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each item that ticks itself, with its fact and without it. */
class ItemsTest {
  private static final Instant NOW = Instant.parse("2026-03-12T13:32:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
  private static final UUID TOWN = UUID.randomUUID();
  private static final Person ADA =
      new Person(UUID.randomUUID(), "ada@ville.example", "Ada", Role.FOCAL_POINT, TOWN);
  private static final Person BEN =
      new Person(UUID.randomUUID(), "ben@ville.example", "Ben", Role.AGENT, TOWN);
  private static final Person FACILITATOR =
      new Person(UUID.randomUUID(), "alix@gip.example", "Alix", Role.FACILITATOR, null);
  private static final String LONG =
      "Ce jeu de données recense les arbres que la ville entretient. Chaque ligne est un arbre, avec"
          + " son espèce et sa position.";

  @Test
  void asManyTickThemselvesAsPromised() {
    assertThat(Stream.of(AuthorityItem.values()).filter(Item::ticksItself)).hasSize(7);
    assertThat(AuthorityItem.values()).hasSize(15);
    assertThat(Stream.of(DatasetItem.values()).filter(Item::ticksItself)).hasSize(12);
    assertThat(DatasetItem.values()).hasSize(14);
  }

  /** A fact, and the same world without it. */
  private record Case(AuthorityItem item, AuthorityFacts with, AuthorityFacts without) {}

  @TestFactory
  Stream<DynamicTest> anItemOfAnAuthorityFollowsItsFact() {
    Dataset told = published(version("annuel", UpdateFrequency.ANNUAL, "mairie@ville.example"));
    AuthorityFacts all = new Town().designated().deliberated().held().begun(3).set(told).facts();
    List<Case> cases =
        List.of(
            new Case(AuthorityItem.FOCAL_POINT, all, new Town().facts()),
            new Case(AuthorityItem.FOCAL_POINT, all, new Town().designated().leaving(ADA).facts()),
            new Case(AuthorityItem.DELIBERATION, all, new Town().facts()),
            new Case(AuthorityItem.PRIORITIES, all, new Town().facts()),
            new Case(AuthorityItem.PRIORITIES, all, new Town().calledOff().facts()),
            new Case(AuthorityItem.FIRST_CHOICES, all, new Town().begun(2).facts()),
            new Case(AuthorityItem.LICENSE, all, new Town().facts()),
            new Case(AuthorityItem.LICENSE, all, new Town().set(withdrawn(told)).facts()),
            new Case(AuthorityItem.RENEWAL, all, new Town().set(told).leaving(BEN).facts()),
            new Case(
                AuthorityItem.RENEWAL,
                all,
                new Town()
                    .set(told)
                    .set(published(version("x", UpdateFrequency.UNKNOWN, "a@ville.example")))
                    .facts()),
            new Case(
                AuthorityItem.CONTACT,
                all,
                new Town()
                    .set(told)
                    .set(published(version("x", UpdateFrequency.ANNUAL, null)))
                    .facts()),
            new Case(AuthorityItem.CONTACT, all, new Town().set(withdrawn(told)).facts()));
    assertThat(cases)
        .extracting(Case::item)
        .as("every item that ticks itself")
        .containsAll(Stream.of(AuthorityItem.values()).filter(Item::ticksItself).toList());
    return cases.stream()
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.item().key(),
                    () -> {
                      assertThat(one.item().tick(one.with()))
                          .hasValueSatisfying(
                              proof -> {
                                assertThat(proof.href()).startsWith("/");
                                assertThat(proof.about()).isNotBlank();
                                assertThat(proof.day()).isNotNull();
                              });
                      assertThat(one.item().tick(one.without())).isEmpty();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> anItemOfADatasetFollowsItsFact() {
    Map<DatasetItem, Milestone> deposits = new EnumMap<>(DatasetItem.class);
    deposits.put(DatasetItem.RECEIVED, Milestone.RECEIVED);
    deposits.put(DatasetItem.MODEL, Milestone.MODEL_SETTLED);
    deposits.put(DatasetItem.PEOPLE, Milestone.PEOPLE_DECIDED);
    deposits.put(DatasetItem.MENDED, Milestone.MENDED);
    deposits.put(DatasetItem.WITHOUT_ERROR, Milestone.WITHOUT_ERROR);
    deposits.put(DatasetItem.DESCRIBED, Milestone.DESCRIBED);
    deposits.put(DatasetItem.LICENSE, Milestone.LICENSED);
    deposits.put(DatasetItem.COLUMNS, Milestone.COLUMNS_EXPLAINED);
    deposits.put(DatasetItem.NEXT_UPDATE, Milestone.RHYTHM_GIVEN);
    deposits.put(DatasetItem.REVIEWED, Milestone.AGREED_BY_AUTHORITY);
    Dataset whole = published(version("arbres", UpdateFrequency.ANNUAL, "a@ville.example"));
    Dataset poor = published(poor());
    Map<DatasetItem, List<Dataset>> sets = new EnumMap<>(DatasetItem.class);
    sets.put(DatasetItem.SANDBOX, List.of(whole, withdrawn(whole)));
    sets.put(DatasetItem.PUBLISHED, List.of(whole, withdrawn(whole)));
    sets.put(DatasetItem.DESCRIBED, List.of(whole, poor));
    sets.put(DatasetItem.COLUMNS, List.of(whole, poor));
    sets.put(DatasetItem.NEXT_UPDATE, List.of(whole, poor));
    assertThat(Stream.concat(deposits.keySet().stream(), sets.keySet().stream()))
        .as("every item that ticks itself")
        .containsAll(Stream.of(DatasetItem.values()).filter(Item::ticksItself).toList());
    Stream<DynamicTest> ofDeposits =
        deposits.entrySet().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        "a deposit: " + one.getKey().key(),
                        () -> {
                          assertThat(one.getKey().tick(facts(Map.of(one.getValue(), NOW))))
                              .contains(new Proof(TODAY, "arbres.csv", "/depots/" + TOWN));
                          assertThat(one.getKey().tick(facts(Map.of()))).isEmpty();
                        }));
    Stream<DynamicTest> ofSets =
        sets.entrySet().stream()
            .map(
                one ->
                    DynamicTest.dynamicTest(
                        "a dataset: " + one.getKey().key(),
                        () -> {
                          assertThat(one.getKey().tick(facts(one.getValue().get(0))))
                              .contains(new Proof(TODAY, "arbres", "/jeux-de-donnees/arbres"));
                          assertThat(one.getKey().tick(facts(one.getValue().get(1)))).isEmpty();
                        }));
    return Stream.concat(ofDeposits, ofSets);
  }

  @Test
  void aFactIsWorthMoreThanAWordAndNobodysWordTicksWhatTicksItself() {
    Proof proof = new Proof(TODAY, "Ada", "/x");
    Mark out = mark(ItemState.NOT_CONCERNED, TODAY.minusDays(1));
    Mark underWay = mark(ItemState.UNDER_WAY, TODAY.minusDays(1));
    assertThat(new Line(AuthorityItem.FOCAL_POINT, proof, out).state()).isEqualTo(ItemState.DONE);
    assertThat(new Line(AuthorityItem.FOCAL_POINT, null, out).state())
        .isEqualTo(ItemState.NOT_CONCERNED);
    assertThat(new Line(AuthorityItem.ELECTED, null, underWay).isLate(TODAY)).isTrue();
    assertThat(new Line(AuthorityItem.ELECTED, null, out).isLate(TODAY)).isFalse();
    assertThat(new Line(AuthorityItem.FOCAL_POINT, proof, underWay).isLate(TODAY)).isFalse();
    assertThat(
            Share.of(
                List.of(
                    new Line(AuthorityItem.FOCAL_POINT, proof, null),
                    new Line(AuthorityItem.ELECTED, null, mark(ItemState.DONE, null)),
                    new Line(AuthorityItem.SERVICES, null, out),
                    new Line(AuthorityItem.INVENTORY, null, underWay))))
        .as("what does not concern it is not counted")
        .isEqualTo(new Share(2, 3, 1));
  }

  private static Mark mark(ItemState state, @Nullable LocalDate due) {
    return new Mark(state, "Voilà", "", "", due, "Ada", NOW, 1);
  }

  private static DatasetFacts facts(Map<Milestone, Instant> past) {
    return new DatasetFacts(new DepositProgress(TOWN, null, "arbres.csv", past), null, NOW);
  }

  private static DatasetFacts facts(Dataset set) {
    return new DatasetFacts(null, set, NOW);
  }

  private static Dataset published(Version version) {
    return new Dataset(
        version.datasetId(), version.description().title(), TOWN, version, null, null, NOW, NOW);
  }

  private static Dataset withdrawn(Dataset set) {
    Withdrawal why = new Withdrawal(NOW, ADA.id(), Role.FOCAL_POINT, "Erreur");
    return new Dataset(
        set.id(), set.slug(), TOWN, null, null, new Tombstone(set.current(), why, true), NOW, NOW);
  }

  private static Version version(
      String title, UpdateFrequency frequency, @Nullable String contact) {
    return version(
        new Description(
            title,
            LONG,
            List.of("arbres"),
            Theme.ENVIRONMENT,
            new Territory(Territory.Level.COMMUNE, "41269", "Vendôme"),
            License.LICENCE_OUVERTE,
            null,
            frequency,
            contact,
            "2025"),
        "Le nom de l'espèce");
  }

  /** Nothing is said of it but a title. */
  private static Version poor() {
    return version(
        new Description(
            "pauvre",
            "",
            List.of(),
            null,
            null,
            License.LICENCE_OUVERTE,
            null,
            UpdateFrequency.UNKNOWN,
            null,
            null),
        "");
  }

  private static Version version(Description description, String column) {
    return new Version(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        description,
        List.of(
            new ColumnDescription(
                "espece", ValueType.TEXT, Kinds.TEXT, "Espèce", column, null, 3, 3, null, null)),
        List.of(new Distribution(WrittenFormat.CSV, "00", 12, 3)),
        3,
        null,
        List.of(),
        List.of(),
        NOW,
        ADA.id(),
        NOW,
        null,
        null,
        null);
  }

  /** An authority about which nothing is known but its two people, and what is added. */
  private static final class Town {
    private static final Stage CHECKLIST =
        new Stage("liste", "La check-list", "Liste", StageKind.CHECKLIST);
    private static final Beneficiary.Dossier NOTHING =
        new Beneficiary.Dossier("", "", null, "", null, "", "", "", false);

    private List<Beneficiary.Designation> designations = List.of();
    private Beneficiary.Dossier dossier = NOTHING;
    private List<Session> sessions = List.of();
    private Set<Person> people = Set.of(ADA, BEN);
    private List<Dataset> sets = List.of();
    private int begun;

    Town designated() {
      designations =
          List.of(new Beneficiary.Designation(ADA.id(), "Ada", TODAY.minusDays(30), "Alix"));
      return this;
    }

    Town deliberated() {
      dossier =
          new Beneficiary.Dossier("", "", null, "2026-12", TODAY.minusDays(3), "", "", "", false);
      return this;
    }

    Town held() {
      sessions = List.of(session(false));
      return this;
    }

    Town calledOff() {
      sessions = List.of(session(true));
      return this;
    }

    Town begun(int count) {
      begun = count;
      return this;
    }

    Town set(Dataset one) {
      sets = Stream.concat(sets.stream(), Stream.of(one)).toList();
      return this;
    }

    Town leaving(Person one) {
      people = Set.copyOf(people.stream().filter(person -> !person.equals(one)).toList());
      return this;
    }

    private static Session session(boolean cancelled) {
      return new Session(
          UUID.randomUUID(),
          TOWN,
          new Meeting(
              UUID.randomUUID(), TOWN, "liste", NOW, 60, "Olivet", "", "", null, cancelled, 0),
          true,
          null);
    }

    AuthorityFacts facts() {
      // those of the authority who are left, then the facilitator: two are always reminded
      List<Person> reminded =
          Stream.concat(Stream.of(ADA, BEN).filter(people::contains), Stream.of(FACILITATOR))
              .limit(2)
              .toList();
      return new AuthorityFacts(
          new Beneficiary(TOWN, TOWN, TOWN, "Vendôme", TOWN, NOW, dossier, designations, null, 0),
          new Track(List.of(new Phase("une", "Une", TODAY, List.of(CHECKLIST)))),
          sessions,
          Set.copyOf(people.stream().map(Person::id).toList()),
          sets,
          IntStream.range(0, begun)
              .mapToObj(i -> new Begun(UUID.randomUUID(), TOWN, "jeu " + i, NOW))
              .toList(),
          Map.copyOf(
              sets.stream()
                  .collect(
                      java.util.stream.Collectors.toMap(
                          set -> Objects.requireNonNull(set.id()), set -> reminded))),
          TODAY);
    }
  }
}
