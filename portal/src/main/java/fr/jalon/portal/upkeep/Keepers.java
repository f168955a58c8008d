package fr.jalon.portal.upkeep;

import fr.jalon.portal.account.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is reminded of which dataset, for rooms that only read. */
@Service
public class Keepers {
  /** As many people as a dataset should have. */
  public static final int ENOUGH = People.REMINDED;

  private final Upkeep upkeep;

  Keepers(Upkeep upkeep) {
    this.upkeep = upkeep;
  }

  /**
   * Those reminded of each of these datasets that is published, whoever looks after it first. As
   * many statements for one as for all.
   */
  @Transactional(readOnly = true)
  public Map<UUID, List<Person>> listReminded(Collection<UUID> datasetIds) {
    return upkeep.listPublished(datasetIds).stream()
        .collect(Collectors.toMap(kept -> kept.dataset().id(), Kept::reminded));
  }
}
