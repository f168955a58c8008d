package fr.jalon.portal.account;

import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.MailAddress;
import fr.jalon.portal.web.Rejected;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who have an account, and how they get, use and lose it. */
@Service
public class Accounts {
  static final Duration LINK_LIFE = Duration.ofMinutes(15);
  static final Duration INVITATION_LIFE = Duration.ofDays(14);

  private static final String SELECT =
      "select id, email, name, role, organization_id from account.person ";
  private static final RowMapper<Person> PERSON =
      (row, number) ->
          new Person(
              row.getObject("id", UUID.class),
              row.getString("email"),
              row.getString("name"),
              Role.valueOf(row.getString("role")),
              row.getObject("organization_id", UUID.class));

  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final Organizations organizations;
  private final FindByIndexNameSessionRepository<? extends Session> sessions;
  private final Clock clock;

  Accounts(
      JdbcClient jdbc,
      Passwords passwords,
      Organizations organizations,
      FindByIndexNameSessionRepository<? extends Session> sessions,
      Clock clock) {
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.organizations = organizations;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** What anybody may know of someone, and try as their password. */
  private List<String> known(String email, String name, @Nullable UUID organizationId) {
    return organizationId == null
        ? List.of(email, name)
        : List.of(email, name, organizations.get(organizationId).name());
  }

  /** Someone who may still sign in. */
  public Optional<Person> find(UUID id) {
    return jdbc.sql(SELECT + "where id = ? and withdrawn_at is null")
        .param(id)
        .query(PERSON)
        .optional();
  }

  /** Someone who may still sign in. */
  public Optional<Person> findByEmail(String email) {
    return jdbc.sql(SELECT + "where email = ? and withdrawn_at is null")
        .param(normalized(email))
        .query(PERSON)
        .optional();
  }

  /** Someone who has or had an account, even taken away. */
  public Optional<Person> findEver(String email) {
    return jdbc.sql(SELECT + "where email = ?").param(normalized(email)).query(PERSON).optional();
  }

  /** True when somebody else has or had an account under that name. */
  public boolean isNameShared(String name, String email) {
    return jdbc.sql(
            """
            select exists (select 1 from account.person
              where lower(name) = lower(:name) and email <> :email)
            """)
        .param("name", name.strip())
        .param("email", normalized(email))
        .query(Boolean.class)
        .single();
  }

  /** Notes that someone signed in: an account that is used stays. */
  void use(UUID id) {
    jdbc.sql("update account.person set used_at = ? where id = ?").params(now(), id).update();
  }

  /** The people of an authority, by name. */
  public List<Person> listOf(UUID organizationId) {
    return jdbc.sql(SELECT + "where organization_id = ? and withdrawn_at is null order by name")
        .param(organizationId)
        .query(PERSON)
        .list();
  }

  /**
   * When somebody of each of these authorities signed in last, or had an account opened; those that
   * nobody has an account of are left out.
   */
  public Map<UUID, Instant> listLastUses(Collection<UUID> organizationIds) {
    Map<UUID, Instant> uses = new HashMap<>();
    jdbc.sql(
            """
            select organization_id, max(coalesce(used_at, created_at)) as at from account.person
            where organization_id = any(:organizations) and withdrawn_at is null group by organization_id
            """)
        .param("organizations", organizationIds.toArray(UUID[]::new))
        .query(
            row -> {
              uses.put(
                  row.getObject("organization_id", UUID.class), row.getTimestamp("at").toInstant());
            });
    return uses;
  }

  /** The people of these roles, by name. */
  public List<Person> listByRole(Collection<Role> roles) {
    return jdbc.sql(SELECT + "where role = any(?) and withdrawn_at is null order by name")
        .param(roles.stream().map(Role::name).toArray(String[]::new))
        .query(PERSON)
        .list();
  }

  /** Those of the ids who may still sign in, in no order. */
  public List<Person> list(Collection<UUID> ids) {
    return jdbc.sql(SELECT + "where id = any(?) and withdrawn_at is null")
        .param(ids.toArray(UUID[]::new))
        .query(PERSON)
        .list();
  }

  /** Those of the ids who have or had an account, even taken away, in no order. */
  public List<Person> listEver(Collection<UUID> ids) {
    return jdbc.sql(SELECT + "where id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query(PERSON)
        .list();
  }

  /** Everyone, by name; those who practise in a workshop are nobody's to look after. */
  public List<Person> listAll() {
    return jdbc.sql(SELECT + "where withdrawn_at is null and role <> 'TRAINEE' order by name")
        .query(PERSON)
        .list();
  }

  /** True when nobody has an account yet. */
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from account.person where role <> 'TRAINEE')")
        .query(Boolean.class)
        .single();
  }

  /**
   * Opens an account at once, without an invitation.
   *
   * @throws Rejected when the e-mail address has one already, or the password is too easy
   */
  @Transactional
  public Person open(
      String email, String name, Role role, @Nullable UUID organizationId, String password) {
    return insert(
        email,
        name,
        role,
        organizationId,
        passwords.hash(password, known(email, name, organizationId)));
  }

  /**
   * Invites someone: who holds the token opens the account.
   *
   * @param by null for the portal itself
   * @return the token, known to nobody else
   */
  @Transactional
  public String invite(
      @Nullable Person by, String email, String name, Role role, @Nullable UUID organizationId) {
    requireMayGive(by, role, organizationId);
    String address = normalized(email);
    if (!MailAddress.isOne(address)) {
      throw new Rejected(AccountProblem.EMAIL_MISSING);
    }
    requireName(name);
    if (role.belongsToAnAuthority() && organizationId == null) {
      throw new Rejected(AccountProblem.AUTHORITY_MISSING);
    }
    if (findByEmail(address).isPresent()) {
      throw new Rejected(AccountProblem.EMAIL_ALREADY_KNOWN);
    }
    String token = Token.make();
    // A second invitation replaces the first; one authority does not take back another's.
    jdbc.sql(
            """
            delete from account.invitation
            where email = :email and used_at is null
              and (:everywhere or organization_id = :organization)
            """)
        .param("email", address)
        .param("everywhere", by == null || !by.role().belongsToAnAuthority())
        .param("organization", organizationId, java.sql.Types.OTHER)
        .update();
    jdbc.sql(
            """
            insert into account.invitation (id, token_sha256, email, name, role, organization_id,
              invited_by, created_at, expires_at)
            values (:id, :token, :email, :name, :role, :organization, :by, :now, :expires)
            """)
        .param("id", UUID.randomUUID())
        .param("token", Token.sha256(token))
        .param("email", address)
        .param("name", name.strip())
        .param("role", role.name())
        .param("organization", role.belongsToAnAuthority() ? organizationId : null)
        .param("by", by == null ? null : by.id())
        .param("now", now())
        .param("expires", Timestamp.from(clock.instant().plus(INVITATION_LIFE)))
        .update();
    return token;
  }

  /** Whom an invitation that may still be used is for. */
  Optional<Invitation> findInvitation(String token) {
    return jdbc.sql(
            """
            select id, email, name, role, organization_id from account.invitation
            where token_sha256 = ? and used_at is null and expires_at > ?
            """)
        .params(Token.sha256(token), now())
        .query(INVITATION)
        .optional();
  }

  /** Invitations an authority's people wait for, all when null. */
  List<Invitation> listInvitations(@Nullable UUID organizationId) {
    return jdbc.sql(
            """
            select id, email, name, role, organization_id from account.invitation
            where used_at is null and expires_at > :now
              and (cast(:organization as uuid) is null or organization_id = :organization)
            order by name
            """)
        .param("now", now())
        .param("organization", organizationId, java.sql.Types.OTHER)
        .query(INVITATION)
        .list();
  }

  private static final RowMapper<Invitation> INVITATION =
      (row, number) ->
          new Invitation(
              row.getObject("id", UUID.class),
              row.getString("email"),
              row.getString("name"),
              Role.valueOf(row.getString("role")),
              row.getObject("organization_id", UUID.class));

  /**
   * Opens the account an invitation promises; it serves once.
   *
   * @throws Rejected when it cannot be used any more, or the password is too easy
   */
  @Transactional
  public Person accept(String token, String name, String password) {
    Invitation invitation =
        findInvitation(token).orElseThrow(() -> new Rejected(AccountProblem.LINK_NO_LONGER_VALID));
    requireName(name);
    String hash =
        passwords.hash(password, known(invitation.email(), name, invitation.organizationId()));
    int used =
        jdbc.sql("update account.invitation set used_at = ? where id = ? and used_at is null")
            .params(now(), invitation.id())
            .update();
    if (used == 0) {
      throw new Rejected(AccountProblem.LINK_NO_LONGER_VALID);
    }
    return insert(invitation.email(), name, invitation.role(), invitation.organizationId(), hash);
  }

  /**
   * Gives someone of an authority another role of its people; it counts from their next click.
   *
   * @throws Rejected when they work for no authority, or the role is none of an authority's
   */
  @Transactional
  public Person giveRole(UUID id, Role role) {
    Person person = find(id).orElseThrow(() -> new Rejected(AccountProblem.NO_SUCH_PERSON));
    if (!role.belongsToAnAuthority() || !person.role().belongsToAnAuthority()) {
      throw new Rejected(AccountProblem.ROLE_NOT_YOURS_TO_GIVE);
    }
    jdbc.sql("update account.person set role = ? where id = ?").params(role.name(), id).update();
    return new Person(id, person.email(), person.name(), role, person.organizationId());
  }

  /** Takes someone's account away and ends what they are signed in to. */
  @Transactional
  public Person withdraw(UUID id, Person by) {
    Person person = withdrawable(id, by);
    jdbc.sql("update account.person set withdrawn_at = ?, password = null where id = ?")
        .params(now(), id)
        .update();
    sessions.findByPrincipalName(id.toString()).keySet().forEach(sessions::deleteById);
    return person;
  }

  /**
   * Someone whose account this person may take away.
   *
   * @throws Rejected when they may not
   */
  Person withdrawable(UUID id, Person by) {
    Person person = find(id).orElseThrow(() -> new Rejected(AccountProblem.NO_SUCH_PERSON));
    if (person.id().equals(by.id())) {
      throw new Rejected(AccountProblem.CANNOT_WITHDRAW_YOURSELF);
    }
    requireMayGive(by, person.role(), person.organizationId());
    return person;
  }

  /** Makes the link of an invitation worth nothing. */
  @Transactional
  Invitation cancelInvitation(UUID id, Person by) {
    UUID own = by.role().belongsToAnAuthority() ? by.organizationId() : null;
    Invitation invitation =
        listInvitations(own).stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Rejected(AccountProblem.NO_SUCH_PERSON));
    requireMayGive(by, invitation.role(), invitation.organizationId());
    jdbc.sql("delete from account.invitation where id = ? and used_at is null").param(id).update();
    return invitation;
  }

  /** The person, when the password is theirs; takes as long when there is nobody. */
  Optional<Person> findByPassword(String email, String password) {
    Optional<Person> person = findByEmail(email);
    String hash =
        person.isEmpty()
            ? null
            : jdbc.sql("select password from account.person where id = ?")
                .param(person.get().id())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    return passwords.matches(password, hash) ? person : Optional.empty();
  }

  /** A token that signs the person in once, within {@link #LINK_LIFE}. */
  @Transactional
  String makeSignInLink(Person person) {
    String token = Token.make();
    jdbc.sql(
            """
            insert into account.sign_in_link (token_sha256, person_id, created_at, expires_at)
            values (?, ?, ?, ?)
            """)
        .params(
            Token.sha256(token),
            person.id(),
            now(),
            Timestamp.from(clock.instant().plus(LINK_LIFE)))
        .update();
    return token;
  }

  /** True when the token may still sign somebody in. */
  boolean isSignInLink(String token) {
    return !jdbc.sql(
            """
            select 1 from account.sign_in_link
            where token_sha256 = ? and used_at is null and expires_at > ?
            """)
        .params(Token.sha256(token), now())
        .query()
        .listOfRows()
        .isEmpty();
  }

  /** Uses the link up; one statement, so that of two browsers one gets in. */
  @Transactional
  Optional<Person> useSignInLink(String token) {
    return jdbc.sql(
            """
            update account.sign_in_link set used_at = :now
            where token_sha256 = :token and used_at is null and expires_at > :now
            returning person_id
            """)
        .param("now", now())
        .param("token", Token.sha256(token))
        .query(UUID.class)
        .optional()
        .flatMap(this::find);
  }

  /** Removes links and invitations that can no longer be used. */
  void forgetOld() {
    jdbc.sql("delete from account.sign_in_link where expires_at < ?").param(now()).update();
    jdbc.sql("delete from account.invitation where used_at is null and expires_at < ?")
        .param(now())
        .update();
  }

  /** The roles someone may give, by invitation. */
  static List<Role> rolesGivenBy(Role role) {
    return switch (role) {
      case AGENT, FINANCE, TRAINEE -> List.of();
      case FOCAL_POINT -> List.of(Role.AGENT, Role.FOCAL_POINT);
      case FACILITATOR -> List.of(Role.AGENT, Role.FOCAL_POINT, Role.FACILITATOR);
      case ADMINISTRATOR ->
          List.of(Role.AGENT, Role.FOCAL_POINT, Role.FACILITATOR, Role.FINANCE, Role.ADMINISTRATOR);
    };
  }

  private static void requireMayGive(
      @Nullable Person by, Role role, @Nullable UUID organizationId) {
    if (by == null) {
      return;
    }
    if (!rolesGivenBy(by.role()).contains(role)) {
      throw new Rejected(AccountProblem.ROLE_NOT_YOURS_TO_GIVE);
    }
    if (by.role().belongsToAnAuthority() && !Objects.equals(by.organizationId(), organizationId)) {
      throw new Rejected(AccountProblem.NO_SUCH_PERSON);
    }
  }

  private Person insert(
      String email, String name, Role role, @Nullable UUID organizationId, String password) {
    var person =
        new Person(UUID.randomUUID(), normalized(email), name.strip(), role, organizationId);
    try {
      // Someone who comes back after their account was withdrawn keeps their identity.
      UUID id =
          jdbc.sql(
                  """
                  insert into account.person as p
                    (id, email, name, role, organization_id, password, created_at)
                  values (:id, :email, :name, :role, :organization, :password, :now)
                  on conflict (email) do update set name = excluded.name, role = excluded.role,
                    organization_id = excluded.organization_id, password = excluded.password,
                    withdrawn_at = null
                  where p.withdrawn_at is not null
                  returning id
                  """)
              .param("id", person.id())
              .param("email", person.email())
              .param("name", person.name())
              .param("role", role.name())
              .param("organization", organizationId)
              .param("password", password)
              .param("now", now())
              .query(UUID.class)
              .optional()
              .orElseThrow(() -> new Rejected(AccountProblem.EMAIL_ALREADY_KNOWN));
      return new Person(id, person.email(), person.name(), role, organizationId);
    } catch (DuplicateKeyException raced) {
      throw new Rejected(AccountProblem.EMAIL_ALREADY_KNOWN);
    }
  }

  private static void requireName(String name) {
    if (name.isBlank() || name.length() > 120) {
      throw new Rejected(AccountProblem.NAME_MISSING);
    }
  }

  private static String normalized(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
