package io.daybook.contractor;

import io.daybook.contractor.ContractorView.Hold;
import io.daybook.kernel.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads contractors. */
public interface ContractorViews {
    Optional<ContractorView> byId(ContractorId id);

    Optional<ContractorView> byReference(String reference);

    /** Those of {@code ids} that exist. */
    Map<ContractorId, ContractorView> byIds(Collection<ContractorId> ids);

    /** The references of those of {@code ids} that exist. */
    Map<ContractorId, String> references(Collection<ContractorId> ids);

    /** Those of {@code references} that exist, by reference. */
    Map<String, ContractorView> byReferences(Collection<String> references);

    /** Whose e-mail has one of these indexes; an e-mail may belong to several. */
    List<ContractorView> byEmailIndexes(Collection<String> indexes);

    /** Whose name has one of these indexes; a name may belong to several. */
    List<ContractorView> byNameIndexes(Collection<String> indexes);

    /** All whose pay is in this currency, in the order of references. */
    List<ContractorId> paidIn(Currency currency);

    /** The destinations that this person set or proposed and that came to stand, by their numbers, whoever approved them. */
    Map<ContractorId, Set<Integer>> destinationsSetBy(Subject subject);

    /** For how many contractors somebody else proposed a destination at or after {@code since}. */
    long proposedSince(Instant since);

    /** In the order of references, those after {@code afterReference} who fit all that is asked; null begins. */
    List<ContractorView> page(Search search, @Nullable String afterReference, int limit);

    /**
     * Whom to look for; null is anybody. Names and e-mails are found whole, by their indexes: nothing else can be asked of what
     * is sealed.
     *
     * @param anyOf found as reference, as e-mail or as name
     * @param payable whether nothing blocks them at {@code at}
     */
    record Search(
            @Nullable String reference,
            @Nullable String emailIndex,
            @Nullable String nameIndex,
            @Nullable AnyOf anyOf,
            @Nullable Boolean payable,
            Instant at) {}

    /** One text as each of the three. */
    record AnyOf(String reference, String emailIndex, String nameIndex) {}

    /** The holds that stand, oldest first. */
    List<Hold> holds(ContractorId contractor);
}
