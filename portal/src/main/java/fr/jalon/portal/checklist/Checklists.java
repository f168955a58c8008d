package fr.jalon.portal.checklist;

import fr.jalon.portal.account.Accounts;
import fr.jalon.portal.account.Person;
import fr.jalon.portal.catalog.Dataset;
import fr.jalon.portal.catalog.Datasets;
import fr.jalon.portal.checklist.Checklist.OfDataset;
import fr.jalon.portal.checklist.MarkRows.Marks;
import fr.jalon.portal.deposit.Begun;
import fr.jalon.portal.deposit.DepositProgress;
import fr.jalon.portal.deposit.Milestones;
import fr.jalon.portal.programme.Beneficiary;
import fr.jalon.portal.programme.Followed;
import fr.jalon.portal.programme.Seasons;
import fr.jalon.portal.programme.Tally;
import fr.jalon.portal.upkeep.Keepers;
import fr.jalon.portal.web.Rejected;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checklists of the beneficiaries. Whoever calls checks who may see the beneficiary. */
@Service
public class Checklists {
  /** In characters, of words and of a reason: a paragraph. */
  static final int LONGEST_WORDS = 2_000;

  static final int LONGEST_OWNER = 160;

  /** In characters: what browsers and mails pass on whole. */
  static final int LONGEST_LINK = 2_000;

  /** Years ahead that a day may be: a season and what follows it. */
  private static final int FARTHEST_YEARS = 5;

  private final MarkRows rows;
  private final Datasets datasets;
  private final Milestones milestones;
  private final Keepers keepers;
  private final Accounts accounts;
  private final Seasons seasons;
  private final ObjectProvider<ProofSource> sources;

  Checklists(
      MarkRows rows,
      Datasets datasets,
      Milestones milestones,
      Keepers keepers,
      Accounts accounts,
      Seasons seasons,
      ObjectProvider<ProofSource> sources) {
    this.rows = rows;
    this.datasets = datasets;
    this.milestones = milestones;
    this.keepers = keepers;
    this.accounts = accounts;
    this.seasons = seasons;
    this.sources = sources;
  }

  /** That of a beneficiary and of its datasets: as many statements for one dataset as for fifty. */
  @Transactional(readOnly = true)
  public Checklist of(Followed followed) {
    Beneficiary one = followed.beneficiary();
    UUID organization = one.organizationId();
    Marks marks = rows.listOf(one.id());
    List<Dataset> sets = datasets.listOf(organization);
    return new Checklist(
        one.id(),
        authority(List.of(followed), sets, accounts.listOf(organization), marks)
            .getOrDefault(one.id(), List.of()),
        sets(milestones.listOf(organization), milestones.listByDataset(organization), sets, marks));
  }

  /**
   * What is done of each authority's own items, by beneficiary: as many statements for one as for
   * twenty-five.
   */
  @Transactional(readOnly = true)
  public Map<UUID, Share> shares(Collection<Followed> all) {
    Map<UUID, Share> shares = new HashMap<>();
    lines(all).forEach((id, lines) -> shares.put(id, Share.of(lines)));
    return shares;
  }

  /** Each authority's own items as they stand, by beneficiary; as many statements. */
  @Transactional(readOnly = true)
  public Map<UUID, List<Line>> lines(Collection<Followed> all) {
    List<UUID> ids = all.stream().map(one -> one.beneficiary().id()).toList();
    List<UUID> organizations = all.stream().map(one -> one.beneficiary().organizationId()).toList();
    return authority(
        all, datasets.listOfAll(organizations), accounts.listAll(), rows.listLast(ids));
  }

  private Map<UUID, List<Line>> authority(
      Collection<Followed> all, List<Dataset> sets, List<Person> everyone, Marks marks) {
    Map<UUID, List<Dataset>> byPublisher =
        sets.stream().collect(Collectors.groupingBy(Dataset::publisherId));
    Map<UUID, List<Begun>> begun =
        milestones.listBegun(all.stream().map(one -> one.beneficiary().organizationId()).toList());
    Map<UUID, List<Person>> reminded =
        keepers.listReminded(sets.stream().map(Dataset::id).toList());
    Map<UUID, Map<AuthorityItem, Proof>> proved = new HashMap<>();
    sources
        .orderedStream()
        .forEach(
            source ->
                source
                    .prove(all)
                    .forEach(
                        (id, proofs) ->
                            proved
                                .computeIfAbsent(id, none -> new EnumMap<>(AuthorityItem.class))
                                .putAll(proofs)));
    Map<UUID, List<Line>> lines = new HashMap<>();
    for (Followed followed : all) {
      Beneficiary one = followed.beneficiary();
      UUID organization = one.organizationId();
      Set<UUID> people =
          everyone.stream()
              .filter(person -> organization.equals(person.organizationId()))
              .map(Person::id)
              .collect(Collectors.toSet());
      AuthorityFacts facts =
          new AuthorityFacts(
              one,
              followed.season().plan().track(),
              followed.tally().lines().stream().map(Tally.Line::session).toList(),
              people,
              byPublisher.getOrDefault(organization, List.of()),
              begun.getOrDefault(organization, List.of()),
              reminded,
              seasons.today());
      Map<AuthorityItem, Proof> others = proved.getOrDefault(one.id(), Map.of());
      lines.put(
          one.id(),
          Stream.of(AuthorityItem.values())
              .map(
                  item ->
                      new Line(
                          item,
                          item.tick(facts).orElse(others.get(item)),
                          last(marks.of(item, List.of(one.id())))))
              .toList());
    }
    return lines;
  }

  private List<OfDataset> sets(
      List<DepositProgress> deposits,
      Map<UUID, Set<UUID>> byDataset,
      List<Dataset> sets,
      Marks marks) {
    Map<UUID, Dataset> byId =
        sets.stream().collect(Collectors.toMap(Dataset::id, Function.identity()));
    Set<UUID> seen = new HashSet<>();
    List<OfDataset> all = new ArrayList<>();
    for (DepositProgress deposit : deposits) {
      UUID datasetId = deposit.datasetId();
      Dataset dataset = datasetId == null ? null : byId.get(datasetId);
      if (dataset != null) {
        seen.add(dataset.id());
      }
      all.add(set(deposit, dataset, byDataset, marks));
    }
    sets.stream()
        .filter(dataset -> !seen.contains(dataset.id()))
        .forEach(dataset -> all.add(set(null, dataset, byDataset, marks)));
    return all;
  }

  private OfDataset set(
      @Nullable DepositProgress deposit,
      @Nullable Dataset dataset,
      Map<UUID, Set<UUID>> byDataset,
      Marks marks) {
    DatasetFacts facts = new DatasetFacts(deposit, dataset, seasons.now());
    Set<UUID> subjects = new HashSet<>();
    if (dataset != null) {
      subjects.add(dataset.id());
      subjects.addAll(byDataset.getOrDefault(dataset.id(), Set.of()));
    }
    if (deposit != null) {
      subjects.add(deposit.id());
    }
    return new OfDataset(
        facts.title(),
        facts.href(),
        deposit,
        dataset,
        subjects,
        Stream.of(DatasetItem.values())
            .map(
                item ->
                    new Line(item, item.tick(facts).orElse(null), last(marks.of(item, subjects))))
            .toList());
  }

  private static @Nullable Mark last(List<Mark> marks) {
    return marks.isEmpty() ? null : marks.get(marks.size() - 1);
  }

  /** All that was said of an item of an authority, the last first. */
  @Transactional(readOnly = true)
  public List<Mark> history(Beneficiary one, AuthorityItem item) {
    return reversed(rows.listOf(one.id()).of(item, List.of(one.id())));
  }

  /** The same of an item of one of its datasets. */
  @Transactional(readOnly = true)
  public List<Mark> history(Beneficiary one, OfDataset set, DatasetItem item) {
    return reversed(rows.listOf(one.id()).of(item, set.subjects()));
  }

  private static List<Mark> reversed(List<Mark> marks) {
    List<Mark> all = new ArrayList<>(marks);
    java.util.Collections.reverse(all);
    return all;
  }

  /**
   * Says something of an item of an authority.
   *
   * @param revision of what the form showed; {@link ChecklistProblem#CHANGED_MEANWHILE} when
   *     something else was said since
   */
  @Transactional
  public void say(Person by, Beneficiary one, AuthorityItem item, Said said, int revision) {
    Mark last = last(rows.listOf(one.id()).of(item, List.of(one.id())));
    add(by, one, one.id(), item, said, last, revision);
  }

  /** The same of an item of one of its datasets. */
  @Transactional
  public void say(
      Person by, Beneficiary one, OfDataset set, DatasetItem item, Said said, int revision) {
    Mark last = last(rows.listOf(one.id()).of(item, set.subjects()));
    add(by, one, set.subject(), item, said, last, revision);
  }

  private void add(
      Person by,
      Beneficiary one,
      UUID subject,
      Item item,
      Said said,
      @Nullable Mark last,
      int revision) {
    Said checked = checked(item, said);
    int before = last == null ? 0 : last.revision();
    Mark mark =
        new Mark(
            checked.state(),
            checked.words(),
            checked.link(),
            checked.owner(),
            checked.due(),
            by.name(),
            seasons.now(),
            before + 1);
    if (before != revision || !rows.add(one.id(), subject, item, mark, by.id())) {
      throw new Rejected(ChecklistProblem.CHANGED_MEANWHILE);
    }
  }

  private Said checked(Item item, Said said) {
    String words = clean(said.words(), LONGEST_WORDS);
    String owner = clean(said.owner(), LONGEST_OWNER);
    String link = clean(said.link(), LONGEST_LINK);
    if (!link.isEmpty() && !isAddress(link)) {
      throw new Rejected(ChecklistProblem.NO_SUCH_LINK);
    }
    LocalDate due = said.due();
    LocalDate today = seasons.today();
    if (due != null
        && (due.isBefore(today.minusYears(1)) || due.isAfter(today.plusYears(FARTHEST_YEARS)))) {
      throw new Rejected(ChecklistProblem.NO_SUCH_DAY);
    }
    switch (said.state()) {
      case TO_DO, UNDER_WAY -> {}
      case NOT_CONCERNED -> requireWords(words.isEmpty());
      case DONE -> {
        if (item.ticksItself()) {
          throw new Rejected(ChecklistProblem.TICKS_ITSELF);
        }
        if (item instanceof DatasetItem one && one.needsLink() && link.isEmpty()) {
          throw new Rejected(ChecklistProblem.LINK_MISSING);
        }
        requireWords(words.isEmpty() && link.isEmpty());
      }
    }
    return new Said(said.state(), words, link, owner, due);
  }

  private static void requireWords(boolean missing) {
    if (missing) {
      throw new Rejected(ChecklistProblem.WORDS_MISSING);
    }
  }

  private static String clean(String text, int most) {
    String clean = text.replace("\u0000", "").strip();
    if (clean.length() > most) {
      throw new Rejected(ChecklistProblem.TOO_LONG, most);
    }
    return clean;
  }

  private static boolean isAddress(String link) {
    try {
      URI uri = new URI(link);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
