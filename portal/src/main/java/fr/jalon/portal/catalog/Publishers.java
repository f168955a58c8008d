package fr.jalon.portal.catalog;

import fr.jalon.portal.organization.LocalAuthority;
import fr.jalon.portal.organization.OpeningDuty;
import fr.jalon.portal.organization.Organizations;
import fr.jalon.portal.web.Messages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The organizations datasets belong to, as the catalog names them. */
@Component
public class Publishers {
  private final Organizations organizations;

  Publishers(Organizations organizations) {
    this.organizations = organizations;
  }

  public Publisher get(UUID id) {
    return publisher(organizations.get(id));
  }

  public Optional<Publisher> find(String slug) {
    return organizations.findBySlug(slug.replace("\u0000", "")).map(Publishers::publisher);
  }

  /** Those of some datasets, by their ids. */
  public Map<UUID, Publisher> of(List<Dataset> datasets) {
    return organizations
        .findAll(datasets.stream().map(Dataset::publisherId).distinct().toList())
        .stream()
        .map(Publishers::publisher)
        .collect(Collectors.toMap(Publisher::id, Function.identity()));
  }

  /** The names of some, by their names in addresses; unknown ones are left out. */
  public Map<String, String> names(Collection<String> slugs) {
    return organizations.findAllBySlug(slugs).stream()
        .collect(Collectors.toMap(LocalAuthority::slug, LocalAuthority::name));
  }

  /** The authority that a question names, by its name or its INSEE code; the longest name. */
  public Optional<Named> findNamedIn(String typed) {
    return organizations
        .findNamedIn(typed.replace("\u0000", ""))
        .map(
            named ->
                new Named(
                    publisher(named.authority()), named.authority().department(), named.rest()));
  }

  /**
   * An authority that a question names.
   *
   * @param department code of its département
   * @param rest of the question, "" when it asks nothing else
   */
  public record Named(Publisher publisher, String department, String rest) {}

  /** Those of some ids, in no order. */
  public List<Publisher> listAll(Collection<UUID> ids) {
    return organizations.findAll(ids).stream().map(Publishers::publisher).toList();
  }

  /** What the law asks of an organization, as far as its population tells. */
  public String law(UUID id, Messages messages) {
    LocalAuthority authority = organizations.get(id);
    OpeningDuty duty = OpeningDuty.of(authority.kind(), authority.population());
    String key = duty.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return messages.text(
        "catalog.authority.law." + key, OpeningDuty.INHABITANTS, OpeningDuty.AGENTS);
  }

  /** What is known of an organization, in words. */
  public List<String> facts(UUID id, Messages messages) {
    LocalAuthority authority = organizations.get(id);
    List<String> facts = new ArrayList<>();
    facts.add(
        messages.text(
            "catalog.authority.kind." + authority.kind().name().toLowerCase(Locale.ROOT)));
    if (authority.population() > 0) {
      facts.add(messages.count("catalog.authority.population", authority.population()));
    }
    if (authority.insee() != null) {
      facts.add(messages.text("catalog.authority.insee", authority.insee()));
    }
    facts.add(messages.text("catalog.authority.siren", authority.siren()));
    return facts;
  }

  private static Publisher publisher(LocalAuthority authority) {
    return new Publisher(authority.id(), authority.name(), authority.slug());
  }
}
