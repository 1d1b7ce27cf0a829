package io.daybook.api.postgres;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the migrations would be allowed, asked beforehand: a half-migrated database helps nobody. */
final class MigrationRightsCheck {
    private static final List<String> ROLES =
            List.of("daybook_owner", "daybook_app", "daybook_sealer", "daybook_auditor");
    private static final int SET_IS_SEPARATE_SINCE = 160_000;

    private MigrationRightsCheck() {}

    static List<String> problems(Sql sql, String owner, String application, String sealer) throws SQLException {
        List<String> problems = new ArrayList<>();
        if (sql.isTrue("SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user")) {
            return problems;
        }
        boolean createsRoles = sql.isTrue("SELECT rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = current_user");
        for (String role : ROLES) {
            if (!exists(sql, role) && !createsRoles) {
                problems.add("privileges: the role " + role + " is missing and " + owner
                        + " may not create roles: as an administrator, CREATE ROLE " + role + " NOLOGIN.");
            }
        }
        if (exists(sql, "daybook_owner") && !mayBecome(sql, "daybook_owner") && !mayGrant(sql, "daybook_owner")) {
            problems.add(missingGrant("daybook_owner", owner));
        }
        if (exists(sql, "daybook_app") && !isMember(sql, application) && !mayGrant(sql, "daybook_app")) {
            problems.add(missingGrant("daybook_app", application));
        }
        if (exists(sql, "daybook_sealer") && !mayAct(sql, sealer) && !mayGrant(sql, "daybook_sealer")) {
            problems.add(missingGrant("daybook_sealer", sealer));
        }
        if (!mayCreateSchemas(sql)) {
            String database = sql.text("SELECT current_database()");
            problems.add("privileges: " + owner + " cannot let daybook_owner create schemas in " + database
                    + ": as an administrator, ALTER DATABASE " + database + " OWNER TO " + owner + ".");
        }
        return problems;
    }

    private static String missingGrant(String role, String login) {
        return "privileges: " + login + " is no member of " + role + ": as an administrator, GRANT " + role + " TO "
                + login + ".";
    }

    private static boolean exists(Sql sql, String role) throws SQLException {
        return sql.isTrue("SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = ?)", role);
    }

    private static boolean mayBecome(Sql sql, String role) throws SQLException {
        return sql.isTrue("SELECT pg_has_role(current_user, ?, ?)", role, separatesSet(sql) ? "SET" : "MEMBER");
    }

    private static boolean mayAct(Sql sql, String login) throws SQLException {
        return sql.isTrue("SELECT pg_has_role(?, 'daybook_sealer', ?)", login, separatesSet(sql) ? "SET" : "MEMBER");
    }

    private static boolean mayGrant(Sql sql, String role) throws SQLException {
        if (separatesSet(sql)) {
            return sql.isTrue("SELECT pg_has_role(current_user, ?, 'MEMBER WITH ADMIN OPTION')", role);
        }
        return sql.isTrue("SELECT rolcreaterole FROM pg_catalog.pg_roles WHERE rolname = current_user");
    }

    private static boolean isMember(Sql sql, String application) throws SQLException {
        return sql.isTrue("SELECT pg_has_role(?, 'daybook_app', 'MEMBER')", application);
    }

    /** Since PostgreSQL 16 a membership may be without the right to act as the role. */
    private static boolean separatesSet(Sql sql) throws SQLException {
        return sql.number("SHOW server_version_num") >= SET_IS_SEPARATE_SINCE;
    }

    private static boolean mayCreateSchemas(Sql sql) throws SQLException {
        if (exists(sql, "daybook_owner")
                && sql.isTrue("SELECT has_database_privilege('daybook_owner', current_database(), 'CREATE')")) {
            return sql.isTrue("SELECT to_regnamespace('daybook') IS NOT NULL "
                    + "OR has_database_privilege(current_database(), 'CREATE')");
        }
        return sql.isTrue("SELECT has_database_privilege(current_database(), 'CREATE WITH GRANT OPTION')");
    }
}
