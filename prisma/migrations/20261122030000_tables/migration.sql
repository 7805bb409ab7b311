-- Extensions ship with PostgreSQL and are trusted: the owner of the database may create them.
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- UUID version 7 (time-ordered) for servers before PostgreSQL 18, which has its own.
create function uuid_v7() returns uuid language sql volatile parallel safe as $$
  select encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
        from 1 for 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- Accent-blind, case-blind form of a Vietnamese text. IMMUTABLE so that an index may stand on it.
create function fold_vietnamese(value text) returns text language sql immutable strict parallel safe as $$
  select lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFC)))
$$;

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "case_status" AS ENUM ('RECEIVED', 'CLASSIFYING', 'VERIFYING', 'EXTENDED', 'INITIATED', 'INVESTIGATING', 'PROSECUTION_PROPOSED', 'CLOSED', 'NOT_INITIATED', 'SUSPENDED', 'RESUMED', 'TRANSFERRED');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('DENUNCIATION', 'CRIME_NOTICE', 'PROSECUTION_RECOMMENDATION');

-- CreateEnum
CREATE TYPE "report_channel" AS ENUM ('hotline', 'walk_in', 'public_form', 'vneid', 'bank_alert', 'other_agency');

-- CreateEnum
CREATE TYPE "target_kind" AS ENUM ('bank_account', 'e_wallet', 'phone_number', 'sim', 'imei', 'domain', 'url', 'social_account', 'app', 'ip_address', 'crypto_wallet', 'person_id');

-- CreateEnum
CREATE TYPE "deadline_subject" AS ENUM ('ANSWER', 'ACKNOWLEDGE', 'SUSPENSION_MAX', 'HOLD_EXPIRY', 'CASE_LEGAL');

-- CreateEnum
CREATE TYPE "deadline_state" AS ENUM ('running', 'paused', 'met', 'missed', 'cancelled');

-- CreateEnum
CREATE TYPE "organisation_kind" AS ENUM ('police', 'bank', 'payment_intermediary', 'telecom', 'isp_registrar', 'platform', 'state_bank_branch', 'department', 'peoples_committee', 'procuracy', 'court', 'operator');

-- CreateEnum
CREATE TYPE "organisation_level" AS ENUM ('ministry', 'province', 'commune');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('intake_officer', 'investigator', 'commander', 'analyst', 'liaison', 'liaison_manager', 'leader', 'secretary', 'department_officer', 'prosecutor', 'auditor', 'admin');

-- CreateEnum
CREATE TYPE "request_status" AS ENUM ('DRAFT', 'PENDING_SIGNATURE', 'SENT', 'ACKNOWLEDGED', 'IN_PROGRESS', 'CLARIFICATION_NEEDED', 'PARTLY_ANSWERED', 'ANSWERED', 'ACCEPTED', 'NOT_EXECUTED', 'WITHDRAWN', 'EXPIRED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "urgency" AS ENUM ('normal', 'urgent', 'emergency');

-- CreateEnum
CREATE TYPE "outcome" AS ENUM ('HELD', 'MOVED_ON', 'CASHED_OUT', 'NO_BALANCE', 'NOT_FOUND', 'ACCOUNT_CLOSED', 'NAME_MISMATCH', 'REFUSED', 'DONE', 'PROVIDED', 'PROTECTED', 'BLOCKED', 'SUSPENDED', 'SENT', 'REMOVED', 'RESTRICTED', 'PRESERVED', 'MATCH', 'MISMATCH', 'UNREGISTERED', 'NOT_OURS');

-- CreateTable
CREATE TABLE "fraud_case" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "commune_code" TEXT,
    "unit_id" UUID NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "sealed_to" UUID[],
    "source_kind" "source_kind" NOT NULL,
    "channel" "report_channel" NOT NULL,
    "fraud_type_code" TEXT NOT NULL,
    "contact_channels" TEXT[],
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "status" "case_status" NOT NULL DEFAULT 'RECEIVED',
    "decision_number" TEXT,
    "decision_date" DATE,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "first_transfer_at" TIMESTAMPTZ(3),
    "reported_loss" BIGINT NOT NULL,
    "lead_id" UUID,
    "created_by_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fraud_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_member" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "victim" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "person_id" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "reported_loss" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "victim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "victim_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "from_institution_id" UUID,
    "from_account" TEXT,
    "to_institution_id" UUID,
    "to_account" TEXT NOT NULL,
    "to_name" TEXT,
    "reference" TEXT,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "target" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "kind" "target_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "institution_id" UUID,
    "holder_name" TEXT,
    "note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_note" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "request_id" UUID,
    "item_id" UUID,
    "owner_org_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "subject" "deadline_subject" NOT NULL,
    "label" TEXT NOT NULL,
    "case_id" UUID,
    "request_id" UUID,
    "owner_org_id" UUID NOT NULL,
    "requester_org_id" UUID,
    "province_code" TEXT NOT NULL,
    "kind_code" TEXT,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "sealed_to" UUID[],
    "policy" JSONB NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "pauses" JSONB NOT NULL DEFAULT '[]',
    "state" "deadline_state" NOT NULL DEFAULT 'running',
    "ended_at" TIMESTAMPTZ(3),
    "span_minutes" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "reporter_org_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "from_account" TEXT NOT NULL,
    "from_institution_id" UUID,
    "to_account" TEXT NOT NULL,
    "to_institution_id" UUID,
    "to_name" TEXT,
    "reference" TEXT,
    "superseded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "case_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "holder_org_id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "disputed_amount" BIGINT NOT NULL,
    "over_ground" TEXT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "confirmed_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),
    "release_reason" TEXT,
    "returned_amount" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "kind" "organisation_kind" NOT NULL,
    "level" "organisation_level",
    "segment" TEXT,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "aliases" TEXT[],
    "bank_bin" TEXT,
    "symbol" TEXT,
    "province_code" TEXT,
    "commune_code" TEXT,
    "specialised_cyber" BOOLEAN NOT NULL DEFAULT false,
    "on_portal" BOOLEAN NOT NULL DEFAULT false,
    "duty_phone" TEXT,
    "source" TEXT NOT NULL,
    "verify" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation_link" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "parent_id" UUID NOT NULL,
    "child_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "organisation_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "email" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "rank" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "theme" TEXT NOT NULL DEFAULT 'auto',
    "density" TEXT NOT NULL DEFAULT 'comfortable',
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "user_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "roles" "role"[],
    "title" TEXT,
    "signer_title" TEXT,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_to" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "membership_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "membership_id" UUID,
    "second_factor_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "device" TEXT,
    "address_hint" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "lane" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "succeeded" BOOLEAN NOT NULL,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_device" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "user_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "stream" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT,
    "membership_id" UUID,
    "org_id" UUID,
    "province_code" TEXT,
    "case_id" UUID,
    "request_id" UUID,
    "requester_org_id" UUID,
    "addressee_org_id" UUID,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "sealed_to" UUID[],
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "subject_type" TEXT,
    "subject_id" UUID,
    "reason" TEXT,
    "changes" JSONB NOT NULL DEFAULT '{}',
    "origin" TEXT,
    "prev_hash" BYTEA,
    "hash" BYTEA,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_head" (
    "stream" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "event_head_pkey" PRIMARY KEY ("stream")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "topic" TEXT NOT NULL,
    "org_ids" UUID[],
    "case_id" UUID,
    "request_id" UUID,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "processed_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "membership_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_entry" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "request_id" UUID,
    "owner_org_id" UUID NOT NULL,
    "addressee_org_id" UUID,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "sealed_to" UUID[],
    "exact" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "norm" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_delta" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "day" DATE NOT NULL,
    "province_code" TEXT NOT NULL,
    "requester_org_id" UUID,
    "addressee_org_id" UUID,
    "kind_code" TEXT,
    "measure" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "figure_delta_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "figure_day" (
    "day" DATE NOT NULL,
    "province_code" TEXT NOT NULL,
    "requester_org_id" UUID NOT NULL,
    "addressee_org_id" UUID NOT NULL,
    "kind_code" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "figure_day_pkey" PRIMARY KEY ("province_code","day","requester_org_id","addressee_org_id","kind_code","measure")
);

-- CreateTable
CREATE TABLE "province" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "police_name" TEXT NOT NULL,
    "committee_name" TEXT NOT NULL,
    "procuracy_name" TEXT NOT NULL,
    "sbv_region" INTEGER NOT NULL,
    "merged_from" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "old_province" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "cccd_prefix" TEXT NOT NULL,
    "new_code" TEXT NOT NULL,
    "valid_to" DATE NOT NULL,

    CONSTRAINT "old_province_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "commune" (
    "code" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "commune_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "fraud_type" (
    "code" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "group_code" TEXT NOT NULL,
    "official" BOOLEAN NOT NULL,
    "channels" TEXT[],
    "suggested_requests" TEXT[],
    "sign_vi" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "verify" BOOLEAN NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "fraud_type_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "legal_document" (
    "id" TEXT NOT NULL,
    "number" TEXT,
    "title_vi" TEXT NOT NULL,
    "title_en" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "issuer" TEXT,
    "status" TEXT NOT NULL,
    "articles" JSONB NOT NULL,
    "source" TEXT,
    "verify" BOOLEAN NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "legal_document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_kind" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "addressees" TEXT[],
    "stage" TEXT NOT NULL,
    "document_vi" TEXT NOT NULL,
    "signer_titles" TEXT[],
    "procuracy" TEXT NOT NULL,
    "legal_bases" TEXT[],
    "max_hold" JSONB,
    "note" TEXT,
    "verify" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_policy" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "subject" "deadline_subject" NOT NULL,
    "kind_code" TEXT,
    "urgency" "urgency",
    "legal_basis" TEXT,
    "specialised_only" BOOLEAN NOT NULL DEFAULT false,
    "unit" TEXT NOT NULL,
    "value" INTEGER NOT NULL,
    "verify" BOOLEAN NOT NULL,
    "note" TEXT,
    "source" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deadline_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "date" DATE NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "non_working" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "office_calendar" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "organisation_id" UUID,
    "windows" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "office_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "code" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "kind_code" TEXT NOT NULL,
    "urgency" "urgency" NOT NULL DEFAULT 'normal',
    "status" "request_status" NOT NULL DEFAULT 'DRAFT',
    "requester_org_id" UUID NOT NULL,
    "addressee_org_id" UUID NOT NULL,
    "procuracy_org_id" UUID,
    "province_code" TEXT NOT NULL,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "sealed_to" UUID[],
    "parent_id" UUID,
    "drafter_id" UUID NOT NULL,
    "signer_id" UUID,
    "assignee_id" UUID,
    "answering_id" UUID,
    "answering_at" TIMESTAMPTZ(3),
    "grounds" TEXT NOT NULL,
    "legal_bases" TEXT[],
    "disclosure" TEXT,
    "disputed_amount" BIGINT NOT NULL DEFAULT 0,
    "held_amount" BIGINT NOT NULL DEFAULT 0,
    "moved_amount" BIGINT NOT NULL DEFAULT 0,
    "cashed_out_amount" BIGINT NOT NULL DEFAULT 0,
    "item_count" INTEGER NOT NULL DEFAULT 0,
    "answered_count" INTEGER NOT NULL DEFAULT 0,
    "first_target_label" TEXT,
    "first_target_name" TEXT,
    "first_transfer_at" TIMESTAMPTZ(3),
    "document_number" TEXT,
    "document_date" DATE,
    "content_hash" TEXT,
    "stated_reason" TEXT,
    "refusal_ground" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "first_action_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "queue_at" TIMESTAMPTZ(3),
    "span_minutes" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "request_item" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "request_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" "target_kind" NOT NULL,
    "value" TEXT NOT NULL,
    "display" TEXT NOT NULL,
    "holder_name" TEXT,
    "institution_id" UUID,
    "disputed_amount" BIGINT,
    "over_ground" TEXT,
    "details" JSONB,
    "outcome" "outcome",
    "answer" JSONB,
    "held_amount" BIGINT,
    "held_until" TIMESTAMPTZ(3),
    "moved_amount" BIGINT,
    "cashed_out_amount" BIGINT,
    "answered_at" TIMESTAMPTZ(3),
    "sent_back_reason" TEXT,
    "answered_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "request_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clarification" (
    "id" UUID NOT NULL DEFAULT uuid_v7(),
    "request_id" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reply" TEXT,
    "replied_by_id" UUID,
    "replied_at" TIMESTAMPTZ(3),

    CONSTRAINT "clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lifecycle_step" (
    "from_status" "request_status" NOT NULL,
    "to_status" "request_status" NOT NULL,

    CONSTRAINT "lifecycle_step_pkey" PRIMARY KEY ("from_status","to_status")
);

-- CreateTable
CREATE TABLE "document_counter" (
    "organisation_id" UUID NOT NULL,
    "document_type" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "document_counter_pkey" PRIMARY KEY ("organisation_id","document_type","year")
);

-- CreateTable
CREATE TABLE "code_counter" (
    "prefix" TEXT NOT NULL,
    "province_code" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "code_counter_pkey" PRIMARY KEY ("prefix","province_code","year")
);

-- CreateIndex
CREATE UNIQUE INDEX "fraud_case_code_key" ON "fraud_case"("code");

-- CreateIndex
CREATE INDEX "fraud_case_unit_id_status_created_at_idx" ON "fraud_case"("unit_id", "status", "created_at");

-- CreateIndex
CREATE INDEX "case_member_membership_id_idx" ON "case_member"("membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_member_case_id_membership_id_key" ON "case_member"("case_id", "membership_id");

-- CreateIndex
CREATE INDEX "victim_case_id_idx" ON "victim"("case_id");

-- CreateIndex
CREATE INDEX "payment_case_id_idx" ON "payment"("case_id");

-- CreateIndex
CREATE INDEX "target_kind_value_idx" ON "target"("kind", "value");

-- CreateIndex
CREATE INDEX "target_case_id_idx" ON "target"("case_id");

-- CreateIndex
CREATE INDEX "case_note_case_id_idx" ON "case_note"("case_id");

-- CreateIndex
CREATE INDEX "attachment_case_id_idx" ON "attachment"("case_id");

-- CreateIndex
CREATE INDEX "attachment_request_id_idx" ON "attachment"("request_id");

-- CreateIndex
CREATE INDEX "deadline_request_id_idx" ON "deadline"("request_id");

-- CreateIndex
CREATE INDEX "deadline_case_id_idx" ON "deadline"("case_id");

-- CreateIndex
CREATE INDEX "transfer_case_id_idx" ON "transfer"("case_id");

-- CreateIndex
CREATE INDEX "transfer_item_id_idx" ON "transfer"("item_id");

-- CreateIndex
CREATE INDEX "hold_case_id_idx" ON "hold"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_code_key" ON "organisation"("code");

-- CreateIndex
CREATE INDEX "organisation_kind_province_code_idx" ON "organisation"("kind", "province_code");

-- CreateIndex
CREATE INDEX "organisation_link_parent_id_idx" ON "organisation_link"("parent_id");

-- CreateIndex
CREATE INDEX "organisation_link_child_id_idx" ON "organisation_link"("child_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "recovery_code_user_id_idx" ON "recovery_code"("user_id");

-- CreateIndex
CREATE INDEX "membership_user_id_idx" ON "membership"("user_id");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_lane_at_idx" ON "sign_in_attempt"("lane", "at");

-- CreateIndex
CREATE UNIQUE INDEX "known_device_token_hash_key" ON "known_device"("token_hash");

-- CreateIndex
CREATE INDEX "known_device_user_id_idx" ON "known_device"("user_id");

-- CreateIndex
CREATE INDEX "event_case_id_idx" ON "event"("case_id");

-- CreateIndex
CREATE INDEX "event_request_id_idx" ON "event"("request_id");

-- CreateIndex
CREATE INDEX "event_at_idx" ON "event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "event_stream_seq_key" ON "event"("stream", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "draft_membership_id_key_key" ON "draft"("membership_id", "key");

-- CreateIndex
CREATE INDEX "figure_delta_province_code_day_idx" ON "figure_delta"("province_code", "day");

-- CreateIndex
CREATE INDEX "commune_province_code_idx" ON "commune"("province_code");

-- CreateIndex
CREATE UNIQUE INDEX "request_kind_code_valid_from_key" ON "request_kind"("code", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_date_kind_key" ON "holiday"("date", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "request_code_key" ON "request"("code");

-- CreateIndex
CREATE INDEX "request_case_id_idx" ON "request"("case_id");

-- CreateIndex
CREATE INDEX "request_item_target_id_idx" ON "request_item"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_item_request_id_position_key" ON "request_item"("request_id", "position");

-- CreateIndex
CREATE INDEX "clarification_request_id_idx" ON "clarification"("request_id");

-- AddForeignKey
ALTER TABLE "case_member" ADD CONSTRAINT "case_member_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "victim" ADD CONSTRAINT "victim_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment" ADD CONSTRAINT "payment_victim_id_fkey" FOREIGN KEY ("victim_id") REFERENCES "victim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hold" ADD CONSTRAINT "hold_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_link" ADD CONSTRAINT "organisation_link_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisation_link" ADD CONSTRAINT "organisation_link_child_id_fkey" FOREIGN KEY ("child_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commune" ADD CONSTRAINT "commune_province_code_fkey" FOREIGN KEY ("province_code") REFERENCES "province"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "fraud_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_item" ADD CONSTRAINT "request_item_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_item" ADD CONSTRAINT "request_item_target_id_fkey" FOREIGN KEY ("target_id") REFERENCES "target"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarification" ADD CONSTRAINT "clarification_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


