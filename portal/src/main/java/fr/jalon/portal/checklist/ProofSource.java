package fr.jalon.portal.checklist;

import fr.jalon.portal.programme.Followed;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * What another room knows of items that no fact of the data tells: an inventory filled in, datasets
 * chosen. An item proved so needs nobody's word. Each room declares its own as a bean.
 */
public interface ProofSource {
  /** By beneficiary; as many statements for one as for all of them. */
  Map<UUID, Map<AuthorityItem, Proof>> prove(Collection<Followed> beneficiaries);
}
