package fr.jalon.portal.organization;

import fr.jalon.engine.profile.FrenchTerritories;
import fr.jalon.portal.web.Rejected;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The local authorities we know. */
@Service
public class Organizations {
  /**
   * The commune that workshops practise under. It is no authority: nobody finds it by its name, its
   * number or its address.
   */
  public static final UUID PRACTICE = UUID.fromString("a7e11e00-0000-4000-8000-000000000001");

  /** Words of a text that are looked at, and of the longest name of an authority among them. */
  private static final int LONGEST_TEXT = 20;

  private static final int LONGEST_NAME = 8;

  private static final String SELECT =
      """
      select id, kind, name, siren, insee, department, slug, population
      from organization.local_authority
      """;

  private static final RowMapper<LocalAuthority> AUTHORITY =
      (row, number) ->
          new LocalAuthority(
              row.getObject("id", UUID.class),
              LocalAuthority.Kind.valueOf(row.getString("kind")),
              row.getString("name"),
              row.getString("siren"),
              row.getString("insee"),
              row.getString("department"),
              row.getString("slug"),
              row.getInt("population"));

  private final JdbcClient jdbc;

  /** Loads the reference files, unless these very files were loaded before. */
  Organizations(JdbcClient jdbc, TransactionTemplate transaction) throws IOException {
    this.jdbc = jdbc;
    String files = ReferenceFiles.sha256();
    if (jdbc.sql("select 1 from organization.loaded where files_sha256 = ?")
        .param(files)
        .query()
        .listOfRows()
        .isEmpty()) {
      List<LocalAuthority> authorities = ReferenceFiles.read();
      transaction.executeWithoutResult(status -> load(authorities, files));
    }
  }

  /**
   * @throws Rejected with {@link OrganizationProblem#NO_SUCH_AUTHORITY}
   */
  public LocalAuthority get(UUID id) {
    return find(id).orElseThrow(() -> new Rejected(OrganizationProblem.NO_SUCH_AUTHORITY));
  }

  public Optional<LocalAuthority> find(UUID id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(AUTHORITY).optional();
  }

  /** Those of the ids that are known, in no order. */
  public List<LocalAuthority> findAll(Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "where id = any(cast(? as uuid[]))")
            .param(ids.stream().map(UUID::toString).toArray(String[]::new))
            .query(AUTHORITY)
            .list();
  }

  public Optional<LocalAuthority> findBySlug(String slug) {
    return jdbc.sql(SELECT + "where slug = ? and id <> ?")
        .params(slug, PRACTICE)
        .query(AUTHORITY)
        .optional();
  }

  /** Those of these names in addresses, in no order. */
  public List<LocalAuthority> findAllBySlug(Collection<String> slugs) {
    return slugs.isEmpty()
        ? List.of()
        : jdbc.sql(SELECT + "where slug = any(?) and id <> ?")
            .params(slugs.toArray(String[]::new), PRACTICE)
            .query(AUTHORITY)
            .list();
  }

  /**
   * The authority that a text names: by its whole name, the INSEE code of a commune or its SIREN;
   * by a postal code, the largest commune that has it. The longest name wins, then the largest.
   */
  public Optional<Named> findNamedIn(String text) {
    List<String> words = Arrays.stream(Names.fold(text).split(" ")).limit(LONGEST_TEXT).toList();
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int first = 0; first < words.size(); first++) {
      for (int after = first + 1; after <= Math.min(words.size(), first + LONGEST_NAME); after++) {
        names.putIfAbsent(String.join(" ", words.subList(first, after)), first);
      }
    }
    String[] shared =
        words.stream()
            .flatMap(word -> FrenchTerritories.all().communesOfPostalCode(word).stream())
            .toArray(String[]::new);
    return jdbc.sql(
            SELECT
                + """
                where (folded = any(:names) or insee = any(:names) or siren = any(:names) or insee = any(:shared))
                  and id <> :practice
                order by case when folded = any(:names) then length(folded) else 0 end desc, population desc limit 1
                """)
        .param("names", names.keySet().toArray(String[]::new))
        .param("shared", shared)
        .param("practice", PRACTICE)
        .query(AUTHORITY)
        .optional()
        .map(found -> new Named(found, without(words, names, found)));
  }

  /**
   * An authority that a text names.
   *
   * @param rest the words of the text without its name, folded
   */
  public record Named(LocalAuthority authority, String rest) {}

  private static String without(
      List<String> words, Map<String, Integer> names, LocalAuthority found) {
    Stream<String> postal =
        found.insee() == null
            ? Stream.of()
            : FrenchTerritories.all().postalCodesOf(found.insee()).stream();
    Stream<String> ways =
        Stream.concat(
            Stream.of(
                Names.fold(found.name()),
                Objects.requireNonNullElse(found.insee(), ""),
                found.siren()),
            postal);
    String said = ways.filter(names::containsKey).findFirst().orElseThrow();
    int first = Objects.requireNonNull(names.get(said));
    int after = first + said.split(" ").length;
    return Stream.concat(
            words.subList(0, first).stream(), words.subList(after, words.size()).stream())
        .collect(Collectors.joining(" "));
  }

  public Optional<LocalAuthority> findBySiren(String siren) {
    return jdbc.sql(SELECT + "where siren = ? and id <> ?")
        .params(siren, PRACTICE)
        .query(AUTHORITY)
        .optional();
  }

  /**
   * Those whose name, or a word of it, begins with what is typed, whatever its accents and signs;
   * the largest first.
   *
   * @param limit how many at most
   */
  public List<LocalAuthority> search(String typed, int limit) {
    String folded = Names.fold(typed);
    return folded.isEmpty()
        ? List.of()
        : jdbc.sql(
                SELECT
                    + """
                    where (folded like :typed || '%' or folded like '% ' || :typed || '%')
                      and id <> :practice
                    order by folded = :typed desc, folded like :typed || '%' desc,
                      population desc, name
                    limit :limit
                    """)
            .param("typed", folded)
            .param("practice", PRACTICE)
            .param("limit", limit)
            .query(AUTHORITY)
            .list();
  }

  /** The names of communes by their INSEE codes; unknown ones are left out. */
  public Map<String, String> findCommuneNames(Collection<String> codes) {
    return jdbc
        .sql("select insee, name from organization.local_authority where insee = any(:codes)")
        .param("codes", codes.toArray(String[]::new))
        .query((row, number) -> Map.entry(row.getString("insee"), row.getString("name")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  /**
   * Those of the same kind whose inhabitants are as many, give or take; nobody when they are
   * unknown.
   *
   * @param times how many times fewer or more at most, above 1
   */
  public Set<UUID> listAlike(LocalAuthority authority, double times) {
    return authority.population() == 0
        ? Set.of()
        : Set.copyOf(
            jdbc.sql(
                    """
                    select id from organization.local_authority
                    where kind = :kind and population between :fewest and :most
                      and id <> :itself and id <> :practice
                    """)
                .param("kind", authority.kind().name())
                .param("fewest", (long) Math.ceil(authority.population() / times))
                .param("most", (long) Math.floor(authority.population() * times))
                .param("itself", authority.id())
                .param("practice", PRACTICE)
                .query(UUID.class)
                .list());
  }

  /**
   * Adds an authority that the reference files do not have; the one of that SIREN when there is
   * one.
   *
   * @param siren nine digits, whose key the caller checked
   */
  public LocalAuthority add(
      LocalAuthority.Kind kind, String name, String siren, String department, int population) {
    jdbc.sql(
            """
            insert into organization.local_authority
              (id, kind, name, siren, insee, department, slug, population, folded)
            values (:id, :kind, :name, :siren, null, :department, :slug, :population, :folded)
            on conflict do nothing
            """)
        .param("id", ReferenceFiles.id(siren))
        .param("kind", kind.name())
        .param("name", name)
        .param("siren", siren)
        .param("department", department)
        .param("slug", Names.slug(name) + "-" + siren)
        .param("population", population)
        .param("folded", Names.fold(name))
        .update();
    return findBySiren(siren)
        .orElseThrow(() -> new Rejected(OrganizationProblem.NO_SUCH_AUTHORITY));
  }

  /** Two portals that start together both try; the rows they write are the same. */
  private void load(List<LocalAuthority> authorities, String files) {
    jdbc.sql(
            """
            insert into organization.local_authority
              (id, kind, name, siren, insee, department, slug, population, folded)
            select * from unnest(cast(:ids as uuid[]), :kinds, :names, :sirens, :insees,
              :departments, :slugs, cast(:populations as integer[]), :folded)
            on conflict (id) do update set kind = excluded.kind, name = excluded.name,
              insee = excluded.insee, department = excluded.department, slug = excluded.slug,
              population = excluded.population, folded = excluded.folded
            """)
        .param("ids", texts(authorities, authority -> authority.id().toString()))
        .param("kinds", texts(authorities, authority -> authority.kind().name()))
        .param("names", texts(authorities, LocalAuthority::name))
        .param("sirens", texts(authorities, LocalAuthority::siren))
        .param("insees", authorities.stream().map(LocalAuthority::insee).toArray(String[]::new))
        .param("departments", texts(authorities, LocalAuthority::department))
        .param("slugs", texts(authorities, LocalAuthority::slug))
        .param(
            "populations",
            texts(authorities, authority -> Integer.toString(authority.population())))
        .param("folded", texts(authorities, authority -> Names.fold(authority.name())))
        .update();
    jdbc.sql("insert into organization.loaded values (?) on conflict do nothing")
        .param(files)
        .update();
  }

  private static String[] texts(
      List<LocalAuthority> authorities, Function<LocalAuthority, String> text) {
    return authorities.stream().map(text).toArray(String[]::new);
  }
}
