package io.daybook.api.imports;

import io.daybook.contractor.ContractorId;
import io.daybook.contractor.ContractorView;
import io.daybook.contractor.ContractorViews;
import io.daybook.contractor.PersonalData;
import io.daybook.imports.TimeRow.Who;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds whose time a row is: by e-mail, else by employee id, else by name. */
final class People {
    private final ContractorViews contractors;
    private final PersonalData personal;

    People(ContractorViews contractors, PersonalData personal) {
        this.contractors = contractors;
        this.personal = personal;
    }

    /** All contractors a row may mean: none, the one, or several that cannot be told apart. */
    Map<Who, List<ContractorId>> find(Collection<Who> everybody) {
        Map<Who, List<ContractorId>> found = new HashMap<>();
        Map<String, String> emails = indexes(everybody, Who::email, personal::emailIndex);
        add(
                found,
                everybody,
                Who::email,
                emails,
                contractors.byEmailIndexes(emails.values()),
                view -> view.email().index());
        List<Who> rest = without(everybody, found);
        Map<String, String> ids = indexes(rest, Who::employeeId, Function.identity());
        add(
                found,
                rest,
                Who::employeeId,
                ids,
                contractors.byReferences(ids.values()).values(),
                ContractorView::reference);
        rest = without(rest, found);
        Map<String, String> names = indexes(rest, Who::name, personal::nameIndex);
        add(
                found,
                rest,
                Who::name,
                names,
                contractors.byNameIndexes(names.values()),
                view -> view.name().index());
        return found;
    }

    private static List<Who> without(Collection<Who> everybody, Map<Who, List<ContractorId>> found) {
        return everybody.stream().filter(who -> !found.containsKey(who)).toList();
    }

    private static Map<String, String> indexes(
            Collection<Who> people, Function<Who, String> text, Function<String, String> index) {
        return people.stream()
                .map(text)
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), index));
    }

    private static void add(
            Map<Who, List<ContractorId>> found,
            Collection<Who> people,
            Function<Who, String> text,
            Map<String, String> indexes,
            Collection<ContractorView> views,
            Function<ContractorView, String> indexOfView) {
        Map<String, List<ContractorId>> byIndex = new HashMap<>();
        for (ContractorView view : views)
            byIndex.computeIfAbsent(indexOfView.apply(view), index -> new ArrayList<>())
                    .add(view.id());
        for (Who who : people) {
            List<ContractorId> matches = byIndex.get(indexes.getOrDefault(text.apply(who), ""));
            if (matches != null) found.put(who, matches);
        }
    }
}
