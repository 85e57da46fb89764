import { describe, expect, test } from 'vitest';
import { DEAL_HEADINGS } from '#shared/domain/imports/deal-headings.ts';
import { knownHeadings, readHeading } from '#shared/domain/imports/headings.ts';
import {
  fieldKind,
  IMPORT_ENTITIES,
  type ImportEntity,
} from '#shared/domain/imports/import-fields.ts';
import { mapColumns } from '#shared/domain/imports/map-columns.ts';
import {
  ACCOUNT_HEADINGS,
  ACTIVITY_HEADINGS,
  PEOPLE_HEADINGS,
  PRODUCT_HEADINGS,
} from '#shared/domain/imports/record-headings.ts';
import { guessEntity } from '#shared/domain/imports/sheet-entity.ts';

/** 'heading → field' of each column; '?' marks one that only resembles a known heading. */
function mapped(headings: string, entity: ImportEntity): string[] {
  return mapColumns(headings.split(' | '), entity).map(({ field, confidence }) =>
    confidence === 'guess' ? `${field}?` : String(field),
  );
}

describe('the headings of', () => {
  test('a teaching CRM set', () => {
    expect(
      mapped(
        'opportunity_id | sales_agent | product | account | deal_stage | engage_date | close_date | close_value',
        'deals',
      ),
    ).toEqual([
      'external_id',
      'owner_name',
      'product_name',
      'account_name',
      'stage',
      'opened_on',
      'close_on',
      'closed_amount',
    ]);
    expect(
      mapped(
        'account | sector | year_established | revenue | employees | office_location | subsidiary_of',
        'accounts',
      ),
    ).toEqual([
      'name',
      'industry',
      'founded_year',
      'annual_revenue',
      'employees',
      'country',
      'parent_name',
    ]);
    expect(mapped('sales_agent | manager | regional_office', 'people')).toEqual([
      'name',
      'manager_name',
      'region',
    ]);
    expect(mapped('product | series | sales_price', 'products')).toEqual([
      'name',
      'family',
      'list_price',
    ]);
  });

  test('a Salesforce report and its API', () => {
    expect(
      mapped(
        'Opportunity Owner | Account Name | Opportunity Name | Stage | Fiscal Period | Amount | Amount (converted) | Expected Revenue | Probability (%) | Age | Close Date | Created Date | Next Step | Lead Source | Type',
        'deals',
      ),
    ).toEqual([
      'owner_name',
      'account_name',
      'name',
      'stage',
      'null',
      'amount',
      'null',
      'null',
      'probability',
      'null',
      'close_on',
      'created_on',
      'next_step',
      'source',
      'type',
    ]);
    expect(
      mapped(
        'Id | Name | AccountId | Account.Name | StageName | CloseDate | Owner.Name | CurrencyIsoCode | LastActivityDate',
        'deals',
      ),
    ).toEqual([
      'external_id',
      'name',
      'account_external_id',
      'account_name',
      'stage',
      'close_on',
      'owner_name',
      'currency',
      'last_activity_on',
    ]);
  });

  test('a HubSpot export', () => {
    expect(
      mapped(
        'Record ID | Deal Name | Deal Stage | Pipeline | Deal owner | Amount | Close Date | Create Date | Last Activity Date | Associated Company | Associated Contact | Closed Lost Reason | Deal probability | Forecast category',
        'deals',
      ),
    ).toEqual([
      'external_id',
      'name',
      'stage',
      'pipeline',
      'owner_name',
      'amount',
      'close_on',
      'created_on',
      'last_activity_on',
      'account_name',
      'contact_name',
      'loss_reason',
      'probability',
      'forecast_category',
    ]);
  });

  test('a Pipedrive export, with the record before each field', () => {
    expect(
      mapped(
        'Deal - ID | Deal - Title | Deal - Value | Deal - Currency | Deal - Stage | Deal - Status | Deal - Owner | Organization - Name | Person - Name | Deal - Expected close date | Deal - Won time | Deal - Lost time | Deal - Lost reason | Deal - Deal created | Deal - Deal closed on | Deal - Weighted value',
        'deals',
      ),
    ).toEqual([
      'external_id',
      'name',
      'amount',
      'currency',
      'stage',
      'status',
      'owner_name',
      'account_name',
      'contact_name',
      'expected_close_on',
      'won_on',
      'lost_on',
      'loss_reason',
      'created_on',
      'closed_on',
      'null',
    ]);
  });

  test('纷享销客', () => {
    expect(
      mapped(
        '商机名称 | 客户名称 | 销售流程 | 商机阶段 | 预计成交金额(元) | 赢率(%) | 预计成交日期 | 负责人 | 负责人主属部门 | 最后跟进时间 | 阶段变更时间 | 输单原因 | 生命状态 | 创建时间 | 下次跟进时间',
        'deals',
      ),
    ).toEqual([
      'name',
      'account_name',
      'pipeline',
      'stage',
      'amount',
      'probability',
      'expected_close_on',
      'owner_name',
      'null',
      'last_activity_on',
      'stage_entered_on',
      'loss_reason',
      'null',
      'created_on',
      'next_step_on',
    ]);
    expect(
      mapped('客户名称 | 客户级别 | 一级行业 | 详细地址 | 上级客户 | 统一社会信用代码', 'accounts'),
    ).toEqual(['name', 'level', 'industry', 'address', 'parent_name', 'tax_no']);
  });

  test('销售易', () => {
    expect(
      mapped(
        '销售机会名称 | 客户名称 | 销售金额（万元） | 销售阶段 | 可能性 | 结单日期 | 销售机会所有人 | 机会来源 | 最近活动记录时间 | 竞争对手 | 备注',
        'deals',
      ),
    ).toEqual([
      'name',
      'account_name',
      'amount',
      'stage',
      'probability',
      'close_on',
      'owner_name',
      'source',
      'last_activity_on',
      'competitor',
      'description',
    ]);
    expect(
      mapped('活动类型 | 活动记录内容 | 活动时间 | 所有人 | 关联商机 | 客户', 'activities'),
    ).toEqual(['kind', 'content', 'happened_at', 'owner_name', 'deal_name', 'account_name']);
  });

  test('a staff list and a price list', () => {
    expect(
      mapped('工号 | 姓名 | 部门 | 岗位 | 职级 | 直属上级 | 入职日期 | 手机号', 'people'),
    ).toEqual([
      'external_id',
      'name',
      'team',
      'title',
      'role_level',
      'manager_name',
      'joined_on',
      'phone',
    ]);
    expect(mapped('产品编码 | 产品名称 | 产品线 | 标准价格(元) | 单位', 'products')).toEqual([
      'external_id',
      'name',
      'family',
      'list_price',
      'unit',
    ]);
  });
});

describe('a heading', () => {
  test.each([
    ['商机金额（万元）*', '商机金额', 10_000, 'CNY', false],
    ['金额(USD)', '金额', 1, 'USD', false],
    ['金额【亿】', '金额', 100_000_000, null, false],
    ['Amount (converted)', 'amount', 1, null, true],
    ['赢率(%)', '赢率', 1, null, false],
    ['*客户名称[必填]', '客户名称', 1, null, false],
    ['Deal_Stage__c', 'dealstage', 1, null, false],
    ['ＡＭＯＵＮＴ', 'amount', 1, null, false],
  ])('%s is read with its unit', (text, key, unitFactor, currency, hasRemark) => {
    expect(readHeading(text)).toMatchObject({ key, unitFactor, currency, hasRemark });
  });

  test('in 元 means the currency of the workspace', () => {
    expect(readHeading('金额(元)', 'TWD').currency).toBe('TWD');
    expect(mapColumns(['金额(元)'], 'deals', 'HKD')[0]?.currency).toBe('HKD');
  });

  test('written nearly right is only a guess', () => {
    expect(mapped('Expected Closing Dates', 'deals')).toEqual(['expected_close_on?']);
    expect(mapped('预计成交的日期 | 金额数', 'deals')).toEqual(['expected_close_on?', 'null']);
  });

  test('that says a field less well leaves it to the better one', () => {
    expect(mapped('备注 | 详细描述', 'deals')).toEqual(['description', 'null']);
    expect(mapped('创建时间 | 跟进时间', 'activities')).toEqual(['null', 'happened_at']);
    expect(mapped('Amount (converted) | Amount', 'deals')).toEqual(['null', 'amount']);
  });

  test.each(['__proto__', 'constructor', '', '???', '序号', 'toString - x'])(
    '%j is no field',
    (heading) => {
      for (const entity of IMPORT_ENTITIES) {
        expect(mapColumns([heading], entity)[0]?.field).toBeNull();
      }
    },
  );

  test('twice in a sheet is given once', () => {
    expect(mapped('金额 | 金额', 'deals')).toEqual(['amount', 'null']);
  });
});

describe('the dictionary', () => {
  const lists = {
    deals: DEAL_HEADINGS,
    accounts: ACCOUNT_HEADINGS,
    people: PEOPLE_HEADINGS,
    products: PRODUCT_HEADINGS,
    activities: ACTIVITY_HEADINGS,
  };

  test.each(IMPORT_ENTITIES)('of %s gives each heading to one field that exists', (entity) => {
    const written = Object.entries(lists[entity]).flatMap(([field, list]) =>
      list.split(', ').map((heading) => ({ field, heading })),
    );
    const known = knownHeadings(entity);
    const lost = written.filter(
      ({ field, heading }) => known.get(readHeading(heading).key)?.field !== field,
    );
    expect(lost).toEqual([]);
    expect(Object.keys(lists[entity]).filter((field) => fieldKind(entity, field) === null)).toEqual(
      [],
    );
  });

  test('knows how the cells of a field are read', () => {
    expect(fieldKind('deals', 'probability')).toBe('probability');
    expect(fieldKind('people', 'amount')).toBeNull();
    expect(fieldKind('deals', 'constructor')).toBeNull();
  });
});

describe('what a sheet is about', () => {
  const guess = (headings: string, name = '') => guessEntity(headings.split(' | '), name);

  test.each([
    ['商机名称 | 客户名称 | 阶段 | 金额', 'deals'],
    ['客户名称 | 行业 | 地址 | 负责人', 'accounts'],
    ['姓名 | 部门 | 岗位', 'people'],
    ['产品名称 | 单价', 'products'],
    ['跟进方式 | 跟进内容 | 跟进时间 | 客户名称', 'activities'],
    ['Subject | Type | Due date | Assigned to user | Deal', 'activities'],
  ])('%s is %s', (headings, entity) => {
    expect(guess(headings).entity).toBe(entity);
  });

  test('is nothing we know', () => {
    expect(guess('Table | Field | Description', 'data_dictionary.csv')).toMatchObject({
      entity: null,
      isCertain: false,
    });
    expect(guess('').entity).toBeNull();
    expect(guess('2023 | 2024 | 2025').entity).toBeNull();
  });

  test('is asked about where two kinds fit alike, and the file name tips the scale', () => {
    const headings = '名称 | 类型 | 负责人 | 状态 | 等级 | 金额';
    expect(guess(headings).isCertain).toBe(false);
    expect(guess(headings, '客户.xlsx').entity).toBe('accounts');
    expect(guess(headings, '商机导出.csv').entity).toBe('deals');
  });
});
