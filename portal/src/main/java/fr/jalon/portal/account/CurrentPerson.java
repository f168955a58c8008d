package fr.jalon.portal.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Who is signed in. A controller may also ask for a {@link Person} among its arguments.
 *
 * <p>Read from the database once a request, never kept in the session: a role that changed, or an
 * account withdrawn, counts from the next click.
 */
@Component
public class CurrentPerson {
  private static final String ATTRIBUTE = CurrentPerson.class.getName();

  private final Accounts accounts;

  CurrentPerson(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Empty for a passer-by. */
  public Optional<Person> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication == null
        || !authentication.isAuthenticated()
        || authentication instanceof AnonymousAuthenticationToken) {
      return Optional.empty();
    }
    UUID id = UUID.fromString(authentication.getName());
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null
        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Person known
        && known.id().equals(id)) {
      return Optional.of(known);
    }
    Optional<Person> person = accounts.find(id);
    if (request != null && person.isPresent()) {
      request.setAttribute(ATTRIBUTE, person.get(), RequestAttributes.SCOPE_REQUEST);
    }
    return person;
  }

  /**
   * @throws IllegalStateException when nobody is signed in: the address lacks its line in {@link
   *     Policy}
   */
  public Person get() {
    return find().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
  }
}
